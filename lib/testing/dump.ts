import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import type { Sql } from "postgres";

/** A plain pg_dump, cut into what a driver without psql can run. */
type DumpPart = { copy: string; data: string } | { sql: string };

export const PROSODY_012 = path.join(import.meta.dirname, "fixtures", "prosody-0.12.sql.gz");

/** Runs the dump as it is: tables, rows, then indexes. */
export async function restoreDump(sql: Sql, file: string): Promise<void> {
  for (const part of dumpParts(file)) {
    if ("sql" in part) await sql.unsafe(part.sql);
    else await pipeline(Readable.from([part.data]), await sql.unsafe(part.copy).writable());
  }
  await sql`select set_config('search_path', 'public', false)`;
}

/** The rows of one table as COPY wrote them, unescaped, in the order of its COPY line. */
export function dumpRows(file: string, table: string): string[][] {
  const part = dumpParts(file).find(
    (p) => "copy" in p && p.copy.startsWith(`COPY public.${table} `),
  );
  if (!part || !("copy" in part)) throw new Error(`no rows of ${table} in ${file}`);
  const lines = part.data.split("\n").slice(0, -1);
  return lines.map((line) => line.split("\t").map(unescapeCopy));
}

/** One field of COPY text. */
export function escapeCopy(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}

function unescapeCopy(field: string): string {
  const letters: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
  return field.replace(/\\(.)/gs, (_, letter: string) => letters[letter] ?? letter);
}

function dumpParts(file: string): DumpPart[] {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const parts: DumpPart[] = [];
  let rest = text.replace(/^\\(un)?restrict .*$/gm, "");
  for (;;) {
    const start = rest.search(/^COPY /m);
    if (start < 0) break;
    parts.push({ sql: rest.slice(0, start) });
    const dataStart = rest.indexOf("\n", start) + 1;
    const dataEnd = rest.indexOf("\n\\.\n", dataStart) + 1;
    const copy = rest.slice(start, dataStart).trim().replace(/;$/, "");
    parts.push({ copy, data: rest.slice(dataStart, dataEnd) });
    rest = rest.slice(dataEnd + 3);
  }
  parts.push({ sql: rest });
  return parts;
}
