import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { everyProcess } from "@/lib/db/singleton";
import { env } from "@/lib/env";
import type { ConsoleError } from "@/lib/errors";
import { refusal } from "@/lib/refusal";
import type { Grant } from "./grant";
import { type Allowance, Spending } from "./spending";

/** What one operator may ask and see in a stretch of time (trust.md 3). */
export type Budget = "searches" | "messages";

const allowances = (): Record<Budget, Allowance> => ({
  searches: { most: env().searchesPerMinute, seconds: 60 },
  messages: { most: env().messagesPerHour, seconds: 60 * 60 },
});

const spendings = everyProcess("budgets", () => new Map<string, Spending>());

function spendingOf({ operator }: Grant, budget: Budget): Spending {
  const key = `${budget} ${operator.id}`;
  const known = spendings.get(key) ?? new Spending(allowances()[budget]);
  spendings.set(key, known);
  return known;
}

/**
 * Before something is asked. Kept by each web process for itself, and forgotten with it: a brake, the trail
 * is the record. The first refusal of a stretch stands on the trail.
 * @throws ConsoleError `over-budget` (429 with Retry-After)
 */
export async function requireBudget(grant: Grant, budget: Budget): Promise<void> {
  const spending = spendingOf(grant, budget);
  const wait = spending.secondsToWait(Date.now());
  if (wait === 0) return;
  const { most, seconds } = spending.allowance;
  if (spending.isNews(Date.now())) {
    const about = { action: "budget.refuse", phase: "refused", subject: budget } as const;
    await recordAudit(grant, { ...about, details: { most, seconds } });
  }
  throw overBudget(budget, wait);
}

/** After something was asked or shown; what goes over is not taken back. */
export function spend(grant: Grant, budget: Budget, amount = 1): void {
  spendingOf(grant, budget).spend(amount, Date.now());
}

/** For tests, which set other allowances. */
export function forgetSpending(): void {
  spendings.clear();
}

function overBudget(budget: Budget, retryAfterSeconds: number): ConsoleError {
  return refusal("over-budget", `budget-${budget}`, { retryAfterSeconds });
}
