import "server-only";
import { type ArchiveInfo, getArchiveInfo } from "@/lib/archive/queries/info";
import { grantFor } from "@/lib/auth/grant-for";
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
    const json = { ...toJson(found), ...(prosodySql ? { sql: prosodySql } : {}) };
    return { json, text: toText(found, prosodySql) };
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

function toText({ layout, rows, bytes, owners, hosts, indexer }: ArchiveInfo, sql: string | null) {
  const { state, watermark, lagRows } = indexer;
  const lines = hosts.map((it) => [
    it.host,
    it.store,
    it.rows,
    formatBytes(it.bytes),
    isoTime(it.first) ?? "",
    isoTime(it.last) ?? "",
  ]);
  return [
    `Layout   ${layout}`,
    `Rows     ${rows} in ${formatBytes(bytes)}`,
    `Owners   ${owners} people and rooms`,
    `Indexer  ${state}, watermark ${watermark}, ${lagRows} rows behind`,
    "",
    table(["HOST", "STORE", "ROWS", "SIZE", "OLDEST", "NEWEST"], lines),
    ...(sql ? ["", "For prosody.cfg.lua:", sql] : []),
  ].join("\n");
}
