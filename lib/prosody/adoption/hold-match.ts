import type { Layout } from "../layouts/layout";

/**
 * SQL: ids of the holds in force that keep the archive row `row` (an alias, or `old` in a trigger). Each branch
 * is a look into one index of console.hold. A conversation is kept in the archives of both sides; the
 * reference layout has no column for the other side, so there both archives are kept whole.
 */
export function holdsOfRow(layout: Layout, row: string): string {
  const when = layout.when.replace("a.", `${row}.`);
  const other = layout.with?.replace("a.", `${row}.`);
  const dates = `coalesce(h.from_when, ${when}) <= ${when} and coalesce(h.until_when, ${when}) >= ${when}`;
  const active = `h.released_at is null and ${dates}`;
  const side = other ? `and (h.peer is null or h.peer = ${other})` : "";
  const back = other ? `and ${other} = h."user" || '@' || h.host` : "";
  return `
    select h.id from console.hold h
    where ${active} and h.host = ${row}.host and h."user" = ${row}."user" ${side}
    union all
    select h.id from console.hold h where ${active} and h.host = ${row}.host and h."user" is null
    union all
    select h.id from console.hold h
    where ${active} and h.peer = ${row}."user" || '@' || ${row}.host ${back}`;
}

/** SQL: the same for a row of the table `prosody`. Its rows have no date, so dates do not bound them. */
export function holdsOfMapRow(row: string): string {
  return `
    select h.id from console.hold h
    where h.released_at is null and h.peer is null and h.host = ${row}.host
      and (h."user" is null or h."user" = ${row}."user")`;
}

export const ANY_HOLD = "select from console.hold where released_at is null";
