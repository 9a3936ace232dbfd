import "server-only";
import { type AuditFilter, type AuditView, listAudit } from "@/lib/audit/queries";
import { type AuditVerdict, verifyAudit } from "@/lib/audit/verify";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";

export type AuditCommand = { verb: "list"; filter: AuditFilter } | { verb: "verify" };

/**
 * `muniment audit …`. `ok` false (exit 1): the trail does not verify.
 * @throws ConsoleError `forbidden`
 */
export async function runAudit(
  actor: Operator,
  command: AuditCommand,
): Promise<{ json: unknown; text: string; ok: boolean }> {
  const grant = grantFor(actor, "audit.read");
  if (command.verb === "list") {
    const { entries, next } = await listAudit(grant, command.filter);
    return { json: { entries, next }, text: entries.map(line).join("\n"), ok: true };
  }
  const verdict = await verifyAudit(grant);
  const { ok, entries, firstBad } = verdict;
  const text = firstBad
    ? `Entry ${firstBad.seq}: ${firstBad.why}. Good entries before it: ${entries}.`
    : `The chain is whole. Entries: ${entries}.`;
  return { json: verdict, text: `${text}\n${checkpointsInWords(verdict)}`, ok };
}

function checkpointsInWords({ checkpoints }: AuditVerdict): string {
  if (!checkpoints?.last) return "No checkpoints on this machine: a cut end would not be noticed.";
  const { count, last, strange } = checkpoints;
  const words = `Checkpoints: ${count}, the last of entry ${last.seq} at ${last.at}.`;
  return strange > 0 ? `${words} Lines of their file that we did not sign: ${strange}.` : words;
}

function line({ seq, at, operatorName, action, phase, subject, details }: AuditView): string {
  const more = Object.keys(details).length > 0 ? JSON.stringify(details) : "";
  return [seq, at, operatorName, action, phase, subject, more].join("  ").trimEnd();
}
