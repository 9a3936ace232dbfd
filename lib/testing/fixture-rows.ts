import "server-only";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A row of `prosodyarchive` as COPY wrote it. */
export type FixtureRow = {
  sortId: number;
  host: string;
  user: string;
  store: string;
  key: string;
  /** Unix seconds, UTC. */
  when: number;
  with: string;
  type: string;
  value: string;
};

const DUMP = new URL("./fixtures/prosody-0.12.sql.gz", import.meta.url);

/** Every archive row of the dump of a real Prosody 0.12.3, in the order of the dump. */
export function readFixtureRows(): FixtureRow[] {
  const dump = gunzipSync(readFileSync(DUMP)).toString("utf8");
  const start = dump.indexOf("\n", dump.indexOf("\nCOPY public.prosodyarchive ") + 1) + 1;
  const end = dump.indexOf("\n\\.\n", start);
  return dump.slice(start, end).split("\n").map(toRow);
}

function toRow(line: string): FixtureRow {
  const [sortId, host, user, store, key, when, withJid, type, value] = line
    .split("\t")
    .map(fromCopy);
  return {
    sortId: Number(sortId),
    host: host ?? "",
    user: user ?? "",
    store: store ?? "",
    key: key ?? "",
    when: Number(when),
    with: withJid ?? "",
    type: type ?? "",
    value: value ?? "",
  };
}

const ESCAPES: Record<string, string> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** COPY's text format, as far as pg_dump writes it. */
function fromCopy(field: string): string {
  return field.replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
