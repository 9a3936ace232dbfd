import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { refusal } from "@/lib/refusal";
import type { OwnerRef } from "../criteria";
import type { OwnerDetailView, StoreView } from "../views";
import { listDirectStores } from "./direct-stores";
import { isProjected } from "./is-projected";
import { findOwnerFacts } from "./names";
import { toOwnerView } from "./owners";
import { listStoreLines, type StoreLine } from "./projected-owners";

/**
 * One person or room with every store that holds something of it. An account or room without a single
 * archived row is there, too. @throws ConsoleError `not-found`.
 */
export async function getOwner(
  _grant: Grant<"archive.browse">,
  owner: OwnerRef,
): Promise<OwnerDetailView> {
  const sql = pools().interactive;
  const projected = await isProjected();
  const [stores, [facts]] = await Promise.all([
    projected ? listCounted(sql, owner) : listDirectStores(sql, owner),
    findOwnerFacts(sql, [owner]),
  ]);
  if (stores.length === 0 && !facts?.hasAccount && !facts?.isRoom) {
    throw refusal("not-found", "owner-unknown");
  }
  const messages = stores.filter((it) => it.what === "messages");
  const isRoom = facts?.isRoom || messages.some((it) => it.store === ROOM_STORE);
  const line = {
    host: owner.host,
    user: owner.user,
    store: messages[0]?.store ?? (isRoom ? ROOM_STORE : "archive"),
    ...addUp(messages),
  };
  return { ...toOwnerView(line, facts), stores };
}

async function listCounted(sql: Sql, owner: OwnerRef) {
  return (await listStoreLines(sql, owner)).map(toStore);
}

type Store = StoreView & { encrypted?: number };

function toStore({ messages, ...line }: StoreLine): Store {
  return { ...line, what: messages ? "messages" : line.store === "offline" ? "offline" : "other" };
}

/** A person may have `archive` and `archive2`; what is not counted stays unknown. */
function addUp(stores: Store[]) {
  if (stores.some((it) => it.rows === null)) return {};
  const sum = (of: (it: Store) => number | null | undefined) =>
    stores.reduce((total, it) => total + (of(it) ?? 0), 0);
  const stamps = stores.flatMap((it) => [it.first, it.last]).filter((it) => it !== null);
  return {
    rows: sum((it) => it.rows),
    sizeBytes: sum((it) => it.sizeBytes),
    encrypted: sum((it) => it.encrypted),
    ...(stamps.length > 0 ? { first: Math.min(...stamps), last: Math.max(...stamps) } : {}),
  };
}
