import { MESSAGE_STORES } from "@/lib/prosody/stores";
import type { Pass, RetentionRule } from "./views";

type Rule = Pick<RetentionRule, "host" | "user" | "kind" | "days">;

/**
 * Rules as walks, so that each row is decided by its most specific rule: a person or room before a kind, a kind
 * before the host. A rule without days keeps its rows from wider ones and deletes nothing. Only
 * message stores are ever walked: PEP, OMEMO keys, uploads and bookmarks lie in the same table.
 */
export function toPasses(rules: readonly Rule[]): Pass[] {
  const hosts = [...new Set(rules.map(({ host }) => host))].sort();
  return hosts.flatMap((host) => {
    const here = rules.filter((rule) => rule.host === host);
    const users = here.flatMap(({ user }) => user ?? []).sort();
    const kinds = here.flatMap(({ kind }) => kind ?? []).sort();
    return here
      .flatMap((rule) => (rule.days === null ? [] : [{ ...rule, days: rule.days }]))
      .flatMap(({ user, kind, days }) => {
        const exceptUsers = user === null ? users : [];
        const exceptKinds = user === null && kind === null ? kinds : [];
        return MESSAGE_STORES.map((store) => ({
          ...{ host, store, days, user, kind, exceptUsers, exceptKinds },
        }));
      });
  });
}

export const needsKinds = (passes: readonly Pass[]): boolean =>
  passes.some(({ kind, exceptKinds }) => kind !== null || exceptKinds.length > 0);
