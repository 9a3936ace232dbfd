import "server-only";
import { type ArchiveInfo, getArchiveInfo } from "@/lib/archive/queries/info";
import { grantFor } from "@/lib/auth/grant-for";
import { describeDatabase } from "@/lib/db/describe";
import { pools } from "@/lib/db/pools";
import { env } from "@/lib/env";
import { formatBytes } from "@/lib/format/bytes";
import { type Command, namedWords } from "./command";
import { isoTime, table } from "./output";

/** `muniment info`: what is archived, where, and how far the indexer is. */
export const info: Command = {
  summary: "layout, rows, bytes, owners, hosts, indexer; the sql line for Prosody",
  usage: "info",
  help: "What is archived and how far the indexer is. On the embedded database also the line\nthat a prosody.cfg.lua needs to store in it.",
  async run({ actor, words }) {
    namedWords(words);
    const found = await getArchiveInfo(grantFor(actor, "archive.browse"));
    const { prosodySql } = env();
    const { version, weaker } = await describeDatabase(pools().interactive);
    const database = { version, weaker };
    const json = { ...toJson(found), database, ...(prosodySql ? { sql: prosodySql } : {}) };
    const shown = weaker.length > 0 ? `Weaker   ${weaker.join(", ")} (docs/operations.md)` : "";
    return { json, text: toText(found, [`Database PostgreSQL ${version}`, shown], prosodySql) };
  },
};

function toJson({ hosts, ...rest }: ArchiveInfo) {
  return {
    ...rest,
    hosts: hosts.map(({ first, last, ...it }) => ({
      ...it,
      oldest: isoTime(first),
      newest: isoTime(last),
    })),
  };
}

function toText(
  { layout, rows, bytes, owners, hosts, indexer }: ArchiveInfo,
  database: string[],
  sql: string | null,
) {
  const { state, watermark, lagRows } = indexer;
  const lines = summed(hosts).map((it) => [
    it.host,
    it.store,
    it.rows,
    formatBytes(it.bytes),
    isoTime(it.first) ?? "",
    isoTime(it.last) ?? "",
  ]);
  return [
    ...database.filter((line) => line !== ""),
    `Layout   ${layout}`,
    `Rows     ${rows} in ${formatBytes(bytes)}`,
    `Owners   ${owners} people and rooms`,
    `Indexer  ${state}, watermark ${watermark}, ${lagRows} rows behind`,
    "",
    table(["HOST", "STORE", "ROWS", "SIZE", "OLDEST", "NEWEST"], lines),
    ...(sql ? ["", "For prosody.cfg.lua:", sql] : []),
  ].join("\n");
}

type HostLine = ArchiveInfo["hosts"][number];

/** A profile of one device is a store of its own in Prosody: for people the PEP stores are one line a host. */
function summed(hosts: HostLine[]): HostLine[] {
  const lines = new Map<string, HostLine>();
  for (const it of hosts) {
    const store = it.store.startsWith("pep_") ? "pep_*" : it.store;
    const line = lines.get(`${it.host} ${store}`);
    if (!line) lines.set(`${it.host} ${store}`, { ...it, store });
    else {
      line.rows += it.rows;
      line.bytes += it.bytes;
      line.first = Math.min(
        line.first ?? Number.POSITIVE_INFINITY,
        it.first ?? Number.POSITIVE_INFINITY,
      );
      line.last = Math.max(line.last ?? 0, it.last ?? 0);
    }
  }
  return [...lines.values()];
}
