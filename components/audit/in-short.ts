import type { AuditView } from "@/lib/audit/queries";
import type { Texts } from "@/lib/i18n/texts";

type Said = Texts["audit"];

/** What an entry's details say in a line: a reason, what was asked for, how much came; the rest stands in the entry itself. */
export function inShort({ details }: AuditView, text: Said): string {
  const { reason, rows, why, sessionsEnded, after, roles } = details;
  if (typeof reason === "string") return reason;
  if (typeof rows === "number") return text.rows(rows);
  const held = after ?? roles;
  if (Array.isArray(held)) return text.roles(held.join(", "), held.length);
  if (typeof why === "string") return why;
  if (typeof sessionsEnded === "number") return text.sessionsEnded(sessionsEnded);
  return askedFor(details, text);
}

/** Of a reading: the list of conversations, one row, or somebody's conversation. */
function askedFor({ what, row, with: peer }: AuditView["details"], text: Said): string {
  if (what === "conversations") return text.conversations;
  if (typeof row === "number") return text.row(row);
  return typeof peer === "string" ? text.withPeer(peer) : "";
}
