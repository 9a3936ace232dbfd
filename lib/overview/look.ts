import { permits, type Role } from "@/lib/auth/permissions";
import { type Check, doorOf, type Said } from "./checks/check";
import type { CheckId, Finding, Findings, Severity } from "./views";

export type Looked = { id: CheckId; said: Said };

export function lookAt<Facts>(checks: readonly Check<Facts>[], facts: Facts): Looked[] {
  return checks.map(({ id, look }) => ({ id, said: look(facts) }));
}

const WORST: readonly Severity[] = ["error", "warning", "notice"];

/** What was looked at, and what is wrong, the worst first; without a way to the fix where the door is closed. */
export function sumUp(looked: readonly Looked[], roles: readonly Role[], at: number): Findings {
  const real = looked.filter((it) => it.said !== "no-matter");
  const findings = real.flatMap(({ id, said }) =>
    typeof said === "string" ? [] : [{ ...said, id, fix: openTo(said.fix, roles) } as Finding],
  );
  return {
    checks: real.map(({ id, said }) => ({
      id,
      outcome: said === "pass" || said === "unknown" ? said : "fail",
    })),
    partial: !permits(roles, "storage.read"),
    findings: findings.toSorted((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity)),
    at,
  };
}

/** Commands are for whoever may maintain the database, pages for whoever may open them. */
function openTo(fix: Finding["fix"], roles: readonly Role[]): Finding["fix"] {
  if (!fix) return null;
  if ("command" in fix) return permits(roles, "storage.maintain") ? fix : null;
  const needs = doorOf(fix.href);
  return needs === null || permits(roles, needs) ? fix : null;
}
