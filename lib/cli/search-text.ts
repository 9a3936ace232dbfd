import type { IndexProgress } from "@/lib/archive/projection/status";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { Hit, MatchCount, SearchPage } from "@/lib/search/views";
import { isoTime } from "./output";
import { partyText, saidText } from "./show-text";

/** contract.md, `search`: bodies are null while text is closed. */
export function hitsJson({ hits, next, searched }: SearchPage, { count, ...counted }: MatchCount) {
  return {
    messages: hits.map(messageJson),
    estimate: count,
    exact: counted.exact,
    elapsedMs: Math.round(counted.elapsedMs * 10) / 10,
    next,
    searched,
  };
}

function messageJson({ owner, peer, line: { message } }: Hit) {
  const { rowId, archiveId, sender, own, stamp, kind, text } = message;
  return {
    sortId: rowId,
    archiveId,
    host: owner.host,
    owner: owner.jid,
    with: peer,
    sender: sender.jid ?? sender.nick,
    direction: directionOf(owner.isRoom, own),
    stamp: isoTime(stamp),
    kind,
    body: text && !text.closed ? text.text : null,
  };
}

function directionOf(isRoom: boolean, own: boolean): "room" | "outgoing" | "incoming" {
  if (isRoom) return "room";
  return own ? "outgoing" : "incoming";
}

/** One line a message, the newest or oldest first as asked. */
export function hitsText(
  { hits, next, searched }: SearchPage,
  { count, exact }: MatchCount,
): string {
  const lines = hits.map(({ owner, peer, line: { message } }) =>
    [
      isoTime(message.stamp),
      peer === null ? owner.jid : `${owner.jid} with ${peer}`,
      partyText(message.sender),
      message.kind,
      message.text ? saidText(message.text).replace(/\s+/g, " ").slice(0, 200) : "",
    ].join("  "),
  );
  return [
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    `${exact ? "" : "about "}${count} messages${next ? `; more with --before ${next}` : ""}`,
    ...searched.unknownNames.map((name) => `Nobody here is called ${name}.`),
    ...(searched.building ? [buildingText(searched.building)] : []),
    ...(!searched.building && searched.lagRows > 0
      ? [`${searched.lagRows} rows are not in the index yet.`]
      : []),
    ...(searched.unindexed
      ? ["Pieces of text are in no index here: every message was looked through."]
      : []),
    ...(searched.cut ? ["The search took too long and was cut: there may be more."] : []),
  ].join("\n");
}

function buildingText({ builtRows, totalRows, secondsLeft }: IndexProgress): string {
  const left = secondsLeft === null ? "" : `, about ${formatDuration(secondsLeft)} to go`;
  const done = `${formatNumber(builtRows)} of about ${formatNumber(totalRows)} rows`;
  return `The index is being built: what it has not reached is not found (${done}${left}).`;
}
