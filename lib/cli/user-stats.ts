import "server-only";
import { ownerJid } from "@/lib/archive/criteria";
import { getUserStats, type UserStats } from "@/lib/archive/queries/user-stats";
import { grantFor } from "@/lib/auth/grant-for";
import { formatBytes } from "@/lib/format/bytes";
import { type Command, namedWords, UsageError } from "./command";
import { isoTime, table } from "./output";

/** `muniment user_stats JID`: everything of one owner, counted. */
export const userStats: Command = {
  summary: "rows, bytes and conversations of one person or room",
  usage: "user_stats JID",
  help: "Counts every row that prosodyarchive holds for one person or room, store by store.",
  async run({ actor, words }) {
    const { JID } = namedWords(words, "JID");
    const owner = ownerOf(JID);
    const stats = await getUserStats(grantFor(actor, "archive.browse"), owner);
    const { first, last, stores, ...rest } = stats;
    const json = {
      jid: ownerJid(owner),
      ...rest,
      oldest: isoTime(first),
      newest: isoTime(last),
      stores: Object.fromEntries(stores.map(({ store, rows, bytes }) => [store, { rows, bytes }])),
    };
    return { json, text: toText(ownerJid(owner), stats) };
  },
};

/** A bare JID; the localpart may not be missing: a host is not an owner. */
export function ownerOf(jid: string): { host: string; user: string } {
  const at = jid.indexOf("@");
  const [user, host] = [jid.slice(0, at), jid.slice(at + 1)];
  if (at < 1 || host === "" || host.includes("/") || jid.includes("\0")) {
    throw new UsageError(`${jid} is not a bare JID like alice@example.org.`);
  }
  return { host: host.toLowerCase(), user: user.toLowerCase() };
}

function toText(jid: string, { rows, bytes, first, last, conversations, stores }: UserStats) {
  const lines = stores.map((it) => [it.store, it.rows, formatBytes(it.bytes)]);
  return [
    jid,
    `${rows} rows in ${formatBytes(bytes)}, ${isoTime(first) ?? "never"} to ${isoTime(last) ?? "never"}`,
    `${conversations ?? "unknown"} conversations`,
    "",
    table(["STORE", "ROWS", "SIZE"], lines),
  ].join("\n");
}
