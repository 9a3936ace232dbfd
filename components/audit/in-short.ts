import type { AuditView } from "@/lib/audit/queries";
import type { Texts } from "@/lib/i18n/texts";

/** What an entry's details say in a line: a reason, a number of rows, why; the rest stands in the entry itself. */
export function inShort({ details }: AuditView, text: Texts["audit"]): string {
  const { reason, rows, why, sessionsEnded, after, roles } = details;
  if (typeof reason === "string") return reason;
  if (typeof rows === "number") return text.rows(rows);
  const held = after ?? roles;
  if (Array.isArray(held)) return held.join(", ");
  if (typeof why === "string") return why;
  return typeof sessionsEnded === "number" ? text.sessionsEnded(sessionsEnded) : "";
}
