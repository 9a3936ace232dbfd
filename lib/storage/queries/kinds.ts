import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { TEXT_KINDS } from "@/lib/prosody/adoption/remove-lines";
import { COUNTED_KIND } from "@/lib/prosody/adoption/rollup-terms";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { bucketDays } from "../buckets";
import { COPIES_SCHEDULE } from "../measure/names";
import type { Counted, KindCosts } from "../views";
import { type Amount, hostNames, ofHost } from "./amounts";
import { firstOfRollups } from "./rollup-first";
import { addKinds } from "./rollup-kinds";
import { whenCounted } from "./when-counted";

const ENCRYPTED = "encrypted";
const WITH_CONTENT: readonly string[] = [...TEXT_KINDS, ENCRYPTED];
const DAY_SECONDS = 86_400;

/** What receipts, markers, texts … cost, and how much of what people write is encrypted. */
export function getKindCosts(
  _grant: Grant<"storage.read">,
  { host }: { host: string | null },
  signal: AbortSignal | null = null,
): Promise<Counted<KindCosts>> {
  return whenCounted(() => count(pools().interactive, host, signal));
}

async function count(sql: Sql, host: string | null, signal: AbortSignal | null) {
  const [beginning, names] = await Promise.all([firstOfRollups(sql), hostNames(sql)]);
  const today = Math.floor(Date.now() / 1_000 / DAY_SECONDS);
  const first = beginning === null ? today : Math.floor(beginning / DAY_SECONDS);
  const borders = bucketDays(Math.min(first, today), today, "month").map((it) => it * DAY_SECONDS);
  const hostId = host === null ? null : (names.find((it) => it.host === host)?.id ?? -1);
  const found = await addKinds(sql, { borders, hostId }, signal);
  const amounts = found.filter((it) => it.key !== COUNTED_KIND);
  const kinds = costsOf(amounts);
  const all = kinds.reduce((sum, it) => sum + it.rows, 0);
  const copies = await readCopies(sql, hostId, all);
  return { kinds, copies, encrypted: encryptedOf(amounts, borders) };
}

/** As they were counted last night; null: not yet. */
async function readCopies(sql: Sql, hostId: number | null, all: number) {
  const [row] = await sql<{ rows: number; bytes: number; countedAt: number | null }[]>`
    select coalesce(sum(r.rows), 0)::float8 as rows, coalesce(sum(r.bytes), 0)::float8 as bytes,
      (select extract(epoch from last_run_at)::float8 from console.schedule
        where name = ${COPIES_SCHEDULE}) as "countedAt"
    from console.storage_copies r where true ${ofHost(sql, hostId)}`;
  if (!row || row.countedAt === null || all === 0) return null;
  const { rows, bytes, countedAt } = row;
  return { rows, bytes, countedAt, share: Math.min(1, rows / all) };
}

function costsOf(amounts: Amount[]): KindCosts["kinds"] {
  const costs = MESSAGE_KINDS.map((kind, key) => {
    const own = amounts.filter((it) => it.key === key);
    const sum = (of: (it: Amount) => number) => own.reduce((total, it) => total + of(it), 0);
    return { kind, rows: sum((it) => it.rows), bytes: sum((it) => it.bytes) };
  });
  const all = costs.reduce((total, it) => total + it.rows, 0);
  return costs
    .filter((it) => it.rows > 0)
    .map((it) => ({ ...it, share: it.rows / all }))
    .sort((a, b) => b.rows - a.rows);
}

function encryptedOf(amounts: Amount[], borders: number[]): KindCosts["encrypted"] {
  const starts = borders.slice(0, -1);
  const [rows, encrypted] = [starts.map(() => 0), starts.map(() => 0)];
  for (const { key, bucket, rows: found } of amounts) {
    const kind = MESSAGE_KINDS[Number(key)] ?? "";
    const slot = bucket - 1;
    if (slot < 0 || slot >= starts.length || !WITH_CONTENT.includes(kind)) continue;
    rows[slot] = (rows[slot] ?? 0) + found;
    if (kind === ENCRYPTED) encrypted[slot] = (encrypted[slot] ?? 0) + found;
  }
  return { starts, rows, encrypted };
}
