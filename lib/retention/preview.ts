import "server-only";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { listRules } from "./rules";
import type { RetentionRule, RuleView } from "./views";

const DAY = 86_400;
type Due = { rows: number; bytes: number };

/** Each rule with what is past its date now. */
export async function listRuleViews(grant: Grant<"retention.read">): Promise<RuleView[]> {
  const rules = await listRules(grant);
  const due = await dueOf(rules);
  return rules.map((rule, n) => ({ ...rule, due: due[n] ?? null }));
}

/** From what is counted along, whole days in UTC; null where nothing goes, or nothing is counted yet. */
export async function dueOf(
  rules: readonly Pick<RetentionRule, "host" | "user" | "kind" | "days">[],
): Promise<(Due | null)[]> {
  if (!(await isProjected())) return rules.map(() => null);
  const now = Math.floor(Date.now() / 1_000);
  return Promise.all(
    rules.map(({ host, user, kind, days }) => {
      if (days === null) return null;
      const before = now - days * DAY;
      if (user !== null) return ofOwner(host, user, before);
      return ofHost(host, kind === null ? null : MESSAGE_KINDS.indexOf(kind), before);
    }),
  );
}

async function ofHost(host: string, kind: number | null, before: number): Promise<Due> {
  const [due] = await pools().interactive<Due[]>`
    select coalesce(sum(k.rows), 0)::float8 as rows, coalesce(sum(k.bytes), 0)::float8 as bytes
    from console.rollup_kind k join console.host h on h.id = k.host_id
    where h.host = ${host} and k.store = any(${[...MESSAGE_STORES]}::text[])
      and k.day < ${Math.floor(before / DAY)} and (${kind}::int is null or k.kind = ${kind}::int)`;
  return due as Due;
}

async function ofOwner(host: string, user: string, before: number): Promise<Due> {
  const [due] = await pools().interactive<Due[]>`
    select count(*)::float8 as rows, coalesce(sum(m.size_bytes), 0)::float8 as bytes
    from console.owner o join console.host h on h.id = o.host_id
      join console.message m on m.owner_id = o.id and m."when" < ${before}
    where h.host = ${host} and o."user" = ${user} and o.store = any(${[...MESSAGE_STORES]}::text[])`;
  return due as Due;
}
