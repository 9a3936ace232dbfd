import type { Permission } from "@/lib/auth/permissions";
import type { CheckId, Finding, Fix, ParamsOf, Severity } from "../views";

/** What a check says: all is well, it could not be made, it means nothing here, or what is wrong. */
export type Said = "pass" | "unknown" | "no-matter" | Omit<Finding, "id">;

/** One thing that is looked at. `look` is pure: what it looks at was read before. */
export type Check<Facts> = {
  id: CheckId;
  look: (facts: Facts) => Said;
};

/** A finding of a check, with words that fit it. */
export function found<K extends CheckId>(
  severity: Severity,
  params: ParamsOf<K>,
  fix: NonNullable<Fix>,
): Said {
  return { severity, params, fix } as Said;
}

/** Which page a fix leads to needs what; a link that leads to a closed door is none. */
const DOORS: [prefix: string, needs: Permission][] = [
  ["/storage", "storage.read"],
  ["/archive", "archive.browse"],
  ["/policy", "policy.read"],
  ["/audit", "audit.read"],
];

export function doorOf(href: string): Permission | null {
  return DOORS.find(([prefix]) => href.startsWith(prefix))?.[1] ?? null;
}

/** Command line of the console, as the handbook writes it. */
export const muniment = (words: string) => ({ command: `npx muniment ${words}` });
export const storage = (part = "") => ({ href: `/storage${part}` });
