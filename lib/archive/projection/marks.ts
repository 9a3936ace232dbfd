import "server-only";
import type { PendingQuery, Row } from "postgres";
import type { Queryable } from "@/lib/db/transaction";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MESSAGE_KINDS, type MessageKind } from "@/lib/xmpp/kinds";
import type { Line } from "./line";
import type { OwnerIndex } from "./owners";

type Fragment = PendingQuery<Row[]>;

const EDITED = ":edited";
const RETRACTED = ":retracted";

const MARKED_BY: Partial<Record<MessageKind, string>> = {
  correction: EDITED,
  retraction: RETRACTED,
  moderation: RETRACTED,
};

const code = (kind: string) => MESSAGE_KINDS.indexOf(kind as MessageKind);

/** Code of the kind → the mark it leaves on the row that it names. */
const MARKS: ReadonlyMap<number, string> = new Map(
  Object.entries(MARKED_BY).map(([kind, mark]) => [code(kind), mark]),
);

/** What these lines are told by rows that were indexed before them: row id → facets, as text for tsvector. */
export async function marksFor(
  tx: Queryable,
  lines: readonly Line[],
  index: OwnerIndex,
): Promise<Map<number, string>> {
  const named = lines.flatMap((line) => {
    const ids = new Set(
      [line.stanzaId, line.originId, line.archiveKey].filter((it) => it !== null),
    );
    return [...ids].map((id) => ({ rowId: line.rowId, ownerId: index.get(line).ownerId, id }));
  });
  const marks = new Map<number, string>();
  if (named.length === 0) return marks;
  const rows = await tx<{ rowId: number; kind: number }[]>`
    select distinct n.row_id::float8 as "rowId", c.kind
    from unnest(${named.map((it) => it.rowId)}::bigint[], ${named.map((it) => it.ownerId)}::int[],
        ${named.map((it) => it.id)}::text[]) as n(row_id, owner_id, id)
      join console.message c on c.owner_id = n.owner_id and c.target_id = n.id
    where c.target_id is not null and c.sort_id <> n.row_id
      and c.kind = any(${[...MARKS.keys()]}::smallint[])`;
  for (const { rowId, kind } of rows) {
    marks.set(rowId, `${marks.get(rowId) ?? ""} '${MARKS.get(kind)}'`);
  }
  return marks;
}

/**
 * Tells the rows that these lines correct, retract or moderate, when they are in the same archive. Whether it
 * was the sender who did so is left to whoever searches: a mark says where to look.
 */
export async function markTargets(
  tx: Queryable,
  layout: Layout,
  lines: readonly Line[],
  index: OwnerIndex,
): Promise<void> {
  for (const mark of new Set(MARKS.values())) {
    const naming = lines.filter((it) => it.targetId !== null && MARKS.get(it.kind) === mark);
    if (naming.length === 0) continue;
    const named = tx`unnest(${naming.map((it) => index.get(it).ownerId)}::int[],
      ${naming.map((it) => it.targetId)}::text[], ${naming.map((it) => it.rowId)}::bigint[],
      ${naming.map((it) => it.host)}::text[], ${naming.map((it) => it.user)}::text[],
      ${naming.map((it) => it.store)}::text[]) as c(owner_id, id, row_id, host, "user", store)`;
    await setMark(tx, layout, mark, named);
  }
}

/** The same for lines that are stored already: those after `after` (exclusive), up to `to` (inclusive). */
export async function markTargetsOfRange(
  tx: Queryable,
  layout: Layout,
  { after, to }: { after: number; to: number },
): Promise<void> {
  for (const mark of new Set(MARKS.values())) {
    const kinds = [...MARKS].filter(([, it]) => it === mark).map(([kind]) => kind);
    const named = tx`(
      select m.owner_id, m.target_id as id, m.sort_id as row_id, h.host, o."user", o.store
      from console.message m join console.owner o on o.id = m.owner_id
        join console.host h on h.id = o.host_id
      where m.sort_id > ${after}::bigint and m.sort_id <= ${to}::bigint
        and m.target_id is not null and m.kind = any(${kinds}::smallint[])) as c`;
    await setMark(tx, layout, mark, named);
  }
}

async function setMark(
  tx: Queryable,
  layout: Layout,
  mark: string,
  named: Fragment,
): Promise<void> {
  await tx`
    with c as materialized (select * from ${named})
    update console.message m set tsv = m.tsv || ${`'${mark}'`}::tsvector
    where not m.tsv @@ ${`'${mark}'`}::tsquery and m.sort_id = any(array(
      select t.sort_id from c join console.message t on t.owner_id = c.owner_id
        and t.stanza_id = c.id and t.stanza_id is not null and t.sort_id <> c.row_id
      union
      select t.sort_id from c join console.message t on t.owner_id = c.owner_id
        and t.origin_id = c.id and t.origin_id is not null
        and t.origin_id is distinct from t.stanza_id and t.sort_id <> c.row_id
      ${mark === RETRACTED ? tx`union ${byArchiveKey(tx, layout)}` : tx``}))`;
}

/** In rooms a retraction names the id that the archive gave. */
function byArchiveKey(tx: Queryable, layout: Layout): Fragment {
  return tx`
    select ${tx.unsafe(layout.rowId)} from c join ${tx.unsafe(layout.table)} a
      on a.host = c.host and a."user" = c."user" and a.store = c.store and a.key = c.id`;
}
