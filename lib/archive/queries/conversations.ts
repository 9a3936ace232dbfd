import "server-only";
import type { Sql } from "postgres";
import { auditRead } from "@/lib/audit/read";
import type { Grant } from "@/lib/auth/grant";
import type { Reading } from "@/lib/auth/reading";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import { splitJid } from "@/lib/xmpp/jid";
import { type OwnerRef, ownerJid } from "../criteria";
import { toReadingView } from "../to-reading-view";
import { openVeil, SHUT, type Veil } from "../veil";
import type { ConversationsPage } from "../views";
import { listDirectConversations } from "./direct-conversations";
import { findDirectScope } from "./direct-scope";
import { isProjected } from "./is-projected";
import { readLastLines, toConversationView } from "./last-lines";
import { findOwnerFacts } from "./names";
import { findOwnerScope, type OwnerScope } from "./owner-scope";
import {
  type ConversationLine,
  type ConversationQuestion,
  countConversations,
  listConversationLines,
} from "./projected-conversations";

export type ConversationCriteria = OwnerRef &
  Pick<ConversationQuestion, "limit"> &
  Partial<ConversationQuestion>;

/** A last line is a hint, not a message. */
const LINE_CHARACTERS = 160;

/**
 * Conversations of one owner, the most recently used first. Under a reading of that owner with the words
 * of the last lines, on the trail; else without. @throws ConsoleError `no-reading` when it does not cover.
 */
export async function listConversations(
  grant: Grant<"archive.browse">,
  criteria: ConversationCriteria,
  reading: Reading | null = null,
): Promise<ConversationsPage> {
  const question = { filter: "", after: null, ...criteria };
  if (!reading) return { ...(await load(question, SHUT)).page, reading: null };
  // A Reading is made for holders of archive.read alone.
  if (!reading.covers(grant, criteria)) {
    throw refusal("no-reading", "reading-closed");
  }
  const { page } = await auditRead(
    grant,
    {
      action: "archive.read",
      subject: ownerJid(criteria),
      details: { reading: reading.id, what: "conversations", limit: criteria.limit },
    },
    () => load(question, openVeil(LINE_CHARACTERS)),
    (it) => it.shown,
  );
  return { ...page, reading: toReadingView(reading) };
}

async function load(question: OwnerRef & ConversationQuestion, veil: Veil) {
  const sql = pools().interactive;
  const partial = !(await isProjected());
  const scope = await (partial ? findDirectScope : findOwnerScope)(sql, question);
  const { lines, next, total } = await listLines(sql, scope, question, partial);
  const [last, facts] = await Promise.all([
    readLastLines(sql, scope, lines, veil),
    findOwnerFacts(sql, lines.map(otherSide)),
  ]);
  const conversations = lines.map((line, at) =>
    toConversationView(line, scope, last, facts[at]?.name ?? null),
  );
  const shown = lines.map((it) => it.lastRowId).filter((id) => id !== null && last.has(id));
  return { page: { conversations, next, total, partial }, shown: shown as number[] };
}

function otherSide({ peer }: ConversationLine): OwnerRef {
  const { localpart, domainpart } = splitJid(peer);
  return { host: domainpart, user: localpart ?? "" };
}

async function listLines(
  sql: Sql,
  scope: OwnerScope,
  question: ConversationQuestion,
  partial: boolean,
): Promise<{ lines: ConversationLine[]; next: string | null; total: number | null }> {
  if (partial) return listDirectConversations(sql, scope, question);
  const first = question.after === null;
  const [page, total] = await Promise.all([
    listConversationLines(sql, scope, question),
    first ? countConversations(sql, scope) : null,
  ]);
  return { ...page, total };
}
