import "server-only";
import { browseMessage, findMessageOwner, readMessage } from "@/lib/archive/queries/message";
import { messageId } from "@/lib/archive/search-params";
import type { MessageDetailView } from "@/lib/archive/views";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { closeReveal, openReveal } from "@/lib/auth/reading";
import { type Command, namedWords, textOption, UsageError } from "./command";
import { isoTime } from "./output";
import { messageText } from "./show-text";

/** `muniment show SORT_ID`: one message with its life story. */
export const show: Command = {
  summary: "one message with its life story; --reason opens its text",
  usage: "show SORT_ID [--reason TEXT]",
  help: [
    "One message with every row folded into it. Its text is closed; --reason (at least 8 characters)",
    "opens a reading of its owner for this one answer, and the trail keeps the reason.",
  ].join("\n"),
  options: { reason: { type: "string" } },
  async run(invocation) {
    const { SORT_ID } = namedWords(invocation.words, "SORT_ID");
    const id = messageId.safeParse(SORT_ID);
    if (!id.success) throw new UsageError(`${SORT_ID} is not the number of a row.`);
    const reason = textOption(invocation, "reason");
    const { actor } = invocation;
    const message =
      reason === null ? await browse(actor, id.data) : await read(actor, id.data, reason);
    return { json: withIsoTimes(message), text: messageText(message) };
  },
};

async function browse(actor: Operator, rowId: number): Promise<MessageDetailView> {
  const grant = grantFor(actor, "archive.browse");
  return browseMessage(grant, await findMessageOwner(grant, rowId));
}

/** The reading lasts for one answer: a script leaves no open door behind. */
async function read(actor: Operator, rowId: number, reason: string): Promise<MessageDetailView> {
  const grant = grantFor(actor, "archive.read");
  const found = await findMessageOwner(grantFor(actor, "archive.browse"), rowId);
  const { host, user } = found;
  const reading = await openReveal(grant, { host, user, reason, minutes: 1 });
  try {
    return await readMessage(grant, reading, found);
  } finally {
    await closeReveal(grant, reading.id);
  }
}

/** contract.md: times in JSON are ISO 8601 in UTC. Stored columns stay as they are stored. */
function withIsoTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoTimes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [
      key,
      key === "stamp" && typeof it === "number" ? isoTime(it) : withIsoTimes(it),
    ]),
  );
}
