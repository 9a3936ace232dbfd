import "server-only";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { isDayKey } from "@/lib/format/day";
import { coverOf } from "@/lib/holds/cover";
import { placeHold } from "@/lib/holds/place";
import { countHeld, getHold, listHolds } from "@/lib/holds/queries";
import { newHold } from "@/lib/holds/schema";
import { holdSubject } from "@/lib/holds/subject";
import type { HoldView } from "@/lib/holds/views";
import { checked } from "./checked";
import {
  type Answer,
  type Command,
  type Invocation,
  namedWords,
  textOption,
  UsageError,
} from "./command";
import { isoTime, table } from "./output";

const KINDS = ["person", "room", "conversation", "host"] as const;

/** `muniment hold create|list|show`. */
export const holdCommand: Command = {
  summary: "keep what a legal hold names, whatever Prosody deletes: create, list, show",
  usage:
    "hold create --person JID | --room JID | --conversation JID --with JID | --host HOST [--from DATE] [--to DATE] --reason TEXT" +
    " | hold list | hold show NUMBER",
  help: "A hold is in force from the moment create says so. Prosody goes on deleting as before; what a hold\nnames is copied first. Dates are days in UTC, both inclusive, or times with a zone.",
  options: {
    ...Object.fromEntries(KINDS.map((name) => [name, { type: "string" as const }])),
    with: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    reason: { type: "string" },
  },
  question: (invocation) =>
    invocation.words[0] === "create"
      ? `Place a hold on ${holdSubject(requested(invocation).scope)}?`
      : null,
  run(invocation) {
    const { actor, words } = invocation;
    if (words[0] === "create") return create(invocation);
    if (words[0] === "list") {
      namedWords(words, "list");
      return list(actor);
    }
    if (words[0] !== "show") throw new UsageError("hold has create, list, show.");
    return show(actor, Number(namedWords(words, "show", "NUMBER").NUMBER));
  },
};

function requested(invocation: Invocation) {
  namedWords(invocation.words, "create");
  const chosen = KINDS.filter((kind) => textOption(invocation, kind) !== null);
  const [kind] = chosen;
  if (kind === undefined || chosen.length > 1) {
    throw new UsageError("Give one of --person, --room, --conversation, --host.");
  }
  const name = textOption(invocation, kind);
  const peer = textOption(invocation, "with");
  if (kind === "conversation" && peer === null) throw new UsageError("--with is missing.");
  if (kind !== "conversation" && peer !== null) {
    throw new UsageError("--with goes with --conversation.");
  }
  return checked("hold", newHold, {
    reason: textOption(invocation, "reason") ?? "",
    scope: {
      kind,
      ...(kind === "host" ? { host: name } : { jid: name }),
      ...(peer === null ? {} : { with: peer }),
      from: secondsOf(textOption(invocation, "from"), "from"),
      until: secondsOf(textOption(invocation, "to"), "to"),
    },
  });
}

/** A day stands for its first second as `from` and for its last one as `to`. */
function secondsOf(value: string | null, option: "from" | "to"): number | null {
  if (value === null) return null;
  if (isDayKey(value)) {
    return Date.parse(`${value}T00:00:00Z`) / 1_000 + (option === "to" ? 86_399 : 0);
  }
  const time = /T.*(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(`--${option} is a day like 2026-03-01, or a time with its zone.`);
  }
  return Math.floor(time / 1_000);
}

async function create(invocation: Invocation): Promise<Answer> {
  const { actor } = invocation;
  const { id } = await placeHold(grantFor(actor, "hold.place"), requested(invocation));
  const { json, text } = await show(actor, id);
  return { json, text: `Hold ${id} is in force.\n\n${text}` };
}

async function list(actor: Operator): Promise<Answer> {
  const holds = await listHolds(grantFor(actor, "hold.read"));
  const lines = holds.map((it) => [
    it.id,
    it.kind,
    holdSubject(it),
    isoTime(it.inForceSince) ?? "",
    it.releasedAt === null ? "in force" : "released",
    it.reason,
  ]);
  const text =
    holds.length === 0
      ? "There is no hold."
      : table(["NO", "KIND", "ON", "SINCE", "STATE", "REASON"], lines);
  return { json: { holds: holds.map(toJson) }, text };
}

async function show(actor: Operator, id: number): Promise<Answer> {
  const grant = grantFor(actor, "hold.read");
  const hold = await getHold(grant, id);
  const [live, kept] = await Promise.all([coverOf(grant, hold), countHeld(grant, id)]);
  const { last, ...counts } = kept;
  const about = live.estimate ? "about " : "";
  return {
    json: { ...toJson(hold), live, kept: { ...counts, last: isoTime(last) } },
    text: [
      `${hold.kind} ${holdSubject(hold)}, in force since ${isoTime(hold.inForceSince)}`,
      `From ${isoTime(hold.from) ?? "the beginning"} to ${isoTime(hold.until) ?? "whatever comes"}`,
      `Reason   ${hold.reason} (${hold.operator})`,
      `Live     ${live.rows === null ? "unknown until the index is built" : `${about}${live.rows} rows`}`,
      `Kept     ${kept.more ? "more than " : ""}${kept.deleted + kept.changed} versions: ${kept.deleted} deleted, ${kept.changed} changed`,
    ].join("\n"),
  };
}

function toJson({ inForceSince, releasedAt, from, until, ...rest }: HoldView) {
  return {
    ...rest,
    from: isoTime(from),
    to: isoTime(until),
    inForceSince: isoTime(inForceSince),
    releasedAt: isoTime(releasedAt),
  };
}
