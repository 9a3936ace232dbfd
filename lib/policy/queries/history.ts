import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { PolicyChange } from "../change";
import { lineDiff, nearChanges } from "../plan/line-diff";
import type { EnvChange } from "../plan/plan";
import type { VersionView } from "../views";

type Row = {
  id: number;
  at: Date;
  operator: string;
  draftedBy: string;
  approvedBy: string | null;
  reason: string;
  changes: PolicyChange[];
  before: string | null;
  after: string | null;
  hash: string | null;
  env: EnvChange[];
  reload: VersionView["reload"];
  rowsLost: number | null;
};

/** The last 50 writes, the newest first. */
export async function listVersions(_grant: Grant<"policy.read">): Promise<VersionView[]> {
  const rows = await pools().interactive<Row[]>`
    select id, at, operator_name as operator, drafted_by_name as "draftedBy",
      approved_by as "approvedBy", reason, changes,
      managed_before as before, managed_after as after, managed_hash as hash, env_changes as env, reload,
      rows_lost::float8 as "rowsLost"
    from console.policy_version order by id desc limit 50`;
  return rows.map(({ before, after, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    diff: after === null ? [] : nearChanges(lineDiff(before ?? "", after)),
  }));
}

/** What our file was when Muniment last wrote it; null: it never did. */
export async function lastWritten(): Promise<{ text: string; hash: string } | null> {
  const [row] = await pools().interactive<{ text: string; hash: string }[]>`
    select managed_after as text, managed_hash as hash from console.policy_version
    where managed_hash is not null order by id desc limit 1`;
  return row ?? null;
}
