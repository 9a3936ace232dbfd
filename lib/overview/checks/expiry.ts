import type { Expiry } from "@/lib/expiry/views";
import { type Check, found, type Said } from "./check";

/** The task runs once a day and is looked for hourly; a server that was down for a night is no news. */
const OVERDUE_SECONDS = 2 * 86_400;

export type ExpiryFacts = { now: number; expiry: Expiry[] };

/** What deletes by age, and has something old enough to delete. */
function ageing({ now, expiry }: ExpiryFacts): Expiry[] {
  return expiry.filter(
    ({ expiresAfterSeconds: limit, oldestAt }) =>
      typeof limit === "number" && oldestAt !== null && oldestAt < now - limit - OVERDUE_SECONDS,
  );
}

const isUnknown = ({ expiry }: ExpiryFacts) =>
  expiry.length === 0 || expiry.every((it) => it.expiresAfterSeconds === "unknown");

const namesOf = (list: Expiry[]) => [...new Set(list.map((it) => it.host))];

export const EXPIRY_CHECKS: Check<ExpiryFacts>[] = [
  {
    id: "expiry-never-ran",
    look: (facts) => {
      if (isUnknown(facts)) return "unknown";
      const names = namesOf(ageing(facts).filter((it) => it.lastRunAt === null));
      return names.length === 0 ? "pass" : found<"expiry-never-ran">("warning", { names }, KEPT);
    },
  },
  { id: "expiry-overdue", look: overdue },
  {
    id: "expiry-meaning",
    look: (facts) => {
      if (isUnknown(facts)) return "unknown";
      const odd = facts.expiry.flatMap((it) =>
        it.warnings.length > 0 && it.written !== null ? [meaningOf(it, it.written)] : [],
      );
      return odd.length === 0 ? "pass" : found<"expiry-meaning">("warning", { odd }, KEPT);
    },
  },
  {
    id: "archiving-off",
    look: (facts) => {
      if (isUnknown(facts)) return "unknown";
      // A host that never archived is not missing anything.
      const off = facts.expiry.filter(
        ({ reason, oldestAt }) =>
          reason === "value-refused" || (reason === "module-off" && oldestAt !== null),
      );
      const names = namesOf(off);
      return names.length === 0 ? "pass" : found<"archiving-off">("error", { names }, KEPT);
    },
  },
];

function meaningOf({ host, option, expiresAfterSeconds }: Expiry, written: string) {
  const seconds = typeof expiresAfterSeconds === "number" ? expiresAfterSeconds : null;
  return { host, setting: `${option} = ${written}`, seconds };
}

/** Where how long rows stay is shown, and set. */
const KEPT = { href: "/policy" };

function overdue(facts: ExpiryFacts): Said {
  if (isUnknown(facts)) return "unknown";
  const late = facts.expiry.filter(
    ({ expiresAfterSeconds, lastRunAt }) =>
      typeof expiresAfterSeconds === "number" &&
      lastRunAt !== null &&
      lastRunAt < facts.now - OVERDUE_SECONDS,
  );
  if (late.length === 0) return "pass";
  const last = Math.max(...late.map((it) => it.lastRunAt ?? 0));
  return found<"expiry-overdue">("warning", { names: namesOf(late), last }, KEPT);
}
