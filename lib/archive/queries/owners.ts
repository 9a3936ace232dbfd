import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { cancellable } from "@/lib/db/cancel";
import { pools } from "@/lib/db/pools";
import { ROOM_STORE } from "@/lib/prosody/stores";
import { ownerJid } from "../criteria";
import type { OwnersPage, OwnerView } from "../views";
import { listDirectOwners } from "./direct-owners";
import { isProjected } from "./is-projected";
import { findOwnerFacts, type OwnerFacts } from "./names";
import {
  hostsOfFilter,
  type OwnerLine,
  type OwnerQuestion,
  ownerLinesQuery,
  pageOfOwnerLines,
} from "./projected-owners";

/** A page of people and rooms. Without the projection in the order of Prosody's index, uncounted. */
export async function listOwners(
  _grant: Grant<"archive.browse">,
  question: OwnerQuestion,
  signal: AbortSignal | null = null,
): Promise<OwnersPage> {
  const sql = pools().interactive;
  const partial = !(await isProjected());
  const { owners, next } = partial
    ? await listDirectOwners(sql, question, signal)
    : pageOfOwnerLines(
        await cancellable(
          ownerLinesQuery(sql, question, await hostsOfFilter(sql, question.filter)),
          signal,
        ),
        question,
      );
  const facts = await findOwnerFacts(sql, owners);
  return { owners: owners.map((it, at) => toOwnerView(it, facts[at])), next, partial };
}

export type UncountedLine = Pick<OwnerLine, "host" | "user" | "store"> &
  Partial<Pick<OwnerLine, "rows" | "sizeBytes" | "first" | "last" | "encrypted">>;

export function toOwnerView(line: UncountedLine, facts: OwnerFacts | undefined): OwnerView {
  return {
    host: line.host,
    user: line.user,
    jid: ownerJid(line),
    store: line.store,
    isRoom: line.store === ROOM_STORE,
    name: facts?.name ?? null,
    rows: line.rows ?? null,
    sizeBytes: line.sizeBytes ?? null,
    first: line.first ?? null,
    last: line.last ?? null,
    encrypted: line.encrypted ?? null,
    hasAccount: line.store === ROOM_STORE ? null : (facts?.hasAccount ?? null),
  };
}
