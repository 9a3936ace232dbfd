import { matches } from "@/lib/lexemes/matches";
import type { MessageKind } from "@/lib/xmpp/kinds";
import type { SearchCriteria } from "../criteria";
import { dateRange } from "../language/date-range";
import type { Choice, Filters, Is } from "../language/query";
import type { PlainRow } from "./plain-rows";

/** Answers a search by looking at every row: the same rows in the same order, or the index lies. */
export class BruteForce {
  private readonly byId = new Map<string, PlainRow[]>();
  private readonly changes = new Map<string, PlainRow[]>();

  constructor(private readonly rows: PlainRow[]) {
    for (const row of rows) {
      if (row.stanzaId) put(this.byId, row.stanzaId, row);
      if (row.targetId) put(this.changes, `${row.owner}\n${row.targetId}`, row);
    }
  }

  search({ query, zone, order, copies }: SearchCriteria): number[] {
    const { from, to } = dateRange(query.filters, zone);
    const fits = (row: PlainRow) =>
      (from === null || row.stamp >= from) &&
      (to === null || row.stamp <= to) &&
      this.passes(row, query.filters) &&
      (query.words === null ||
        matches(query.words, row.text, { accents: query.accents, substring: query.substring }));
    const found = this.rows.filter(fits);
    const shown = copies === "rows" ? found : found.filter((it) => !this.isOtherCopy(it, fits));
    const ids = shown.map((it) => it.rowId);
    return order === "oldest" ? ids : ids.reverse();
  }

  private passes(row: PlainRow, filters: Filters): boolean {
    return (
      chosen(filters.from, (name) => row.senders.some((it) => isNamed(it, name))) &&
      chosen(filters.with, (name) => row.participants.some((it) => isNamed(it, name))) &&
      chosen(filters.to, (name) => isNamed((row.sent ? row.peer : row.owner) ?? "", name)) &&
      chosen(filters.in, (name) => row.host === name || isNamed(row.owner.toLowerCase(), name)) &&
      chosen(filters.host, (name) => row.host === name) &&
      chosen(filters.kind, (kind) => row.kind === kind) &&
      chosen(filters.id, (id) => row.ids.includes(id)) &&
      every(filters.has, (has) => (has === "encrypted" ? row.kind === "encrypted" : row[has])) &&
      every(filters.is, (is) => this.is(row, is))
    );
  }

  private is(row: PlainRow, is: Is): boolean {
    const kinds: MessageKind[] = is === "edited" ? ["correction"] : ["retraction", "moderation"];
    if (is === "retracted" && row.inPlace) return true;
    return [row.stanzaId, row.originId].some((id) =>
      (this.changes.get(`${row.owner}\n${id}`) ?? []).some(
        (it) =>
          it.rowId !== row.rowId &&
          kinds.includes(it.kind) &&
          (it.kind === "moderation" ||
            (it.sent === row.sent && it.peer === row.peer && it.nick === row.nick)),
      ),
    );
  }

  /** The received row of a message whose sender's archive has it too; the second of a note to self. */
  private isOtherCopy(row: PlainRow, fits: (row: PlainRow) => boolean): boolean {
    if (row.isRoom || row.stanzaId === null || row.peer === null) return false;
    return (this.byId.get(row.stanzaId) ?? []).some(
      (it) =>
        it.rowId !== row.rowId &&
        it.sent &&
        it.owner === row.peer &&
        it.peer === row.owner &&
        it.body === row.body &&
        it.kind === row.kind &&
        Math.abs(it.stamp - row.stamp) <= 86_400 &&
        (!row.sent || it.rowId < row.rowId) &&
        fits(it),
    );
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function chosen<T extends string>(
  { include, exclude }: Choice<T>,
  is: (it: T) => boolean,
): boolean {
  return (include.length === 0 || include.some(is)) && !exclude.some(is);
}

function every<T extends string>({ include, exclude }: Choice<T>, is: (it: T) => boolean): boolean {
  return include.every(is) && !exclude.some(is);
}

/** `alice` is alice at any host, `ali*` everybody who begins so. */
function isNamed(name: string, asked: string): boolean {
  const wanted = asked.toLowerCase();
  if (wanted.endsWith("*")) return name.startsWith(wanted.slice(0, -1));
  return name === wanted || (!wanted.includes("@") && name.startsWith(`${wanted}@`));
}
