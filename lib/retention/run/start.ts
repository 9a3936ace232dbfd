import "server-only";
import type { TransactionSql } from "postgres";
import { openApprovalOf } from "@/lib/approvals/queries";
import { requestApproval } from "@/lib/approvals/request";
import { takeApproval } from "@/lib/approvals/take";
import { isFinal } from "@/lib/approvals/threshold";
import { isProjected } from "@/lib/archive/queries/is-projected";
import { recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { pools } from "@/lib/db/pools";
import { requestJob } from "@/lib/jobs/request";
import { layout } from "@/lib/prosody/layouts/detect";
import { refusal } from "@/lib/refusal";
import { toPasses } from "../passes";
import { dueOf } from "../preview";
import { listRules } from "../rules";
import type { Pass, RetentionRule } from "../views";

type Asked = { host: string | null; dryRun: boolean };

/**
 * Puts a cleanup by the rules as they are now into the queue; its record exists from then on. One at a time, dry or
 * not. `approval`: that much needs a second person, who was asked with the reason given instead of starting it.
 * @throws ConsoleError `conflict` without a rule that deletes, while another run is open, or while it waits for a yes
 */
export async function startRun(
  grant: Grant<"retention.run">,
  asked: Asked,
  reason = "A cleanup by the rules",
): Promise<{ run: string; job: string } | { approval: string; ripeAt: number | null }> {
  const { host, dryRun } = asked;
  const rules = await rulesOf(grant, host);
  const passes = toPasses(rules);
  if (passes.length === 0) throw refusal("conflict", "retention-no-rule");
  const subject = host ?? "*";
  const content = {
    host,
    rules: rules.map(({ host, user, kind, days }) => ({ host, user, kind, days })),
  };
  const final = !dryRun && (await deletesMuch(rules));
  const approval = final ? await openApprovalOf(grant, "retention.run", subject) : null;
  if (final && !approval) {
    const { id, ripeAt } = await requestApproval(grant, {
      kind: "retention.run",
      subject,
      content,
      reason,
    });
    return { approval: id, ripeAt };
  }
  const { table } = await layout();
  let run = "";
  const { id: job } = await requestJob(
    grant,
    { kind: "retention.run", subject: table, lane: `table ${table}`, params: { host, dryRun } },
    async (tx) => {
      const taken = approval ? await takeApproval(tx, "retention.run", approval.id, content) : null;
      run = await keepRun(tx, grant, asked, passes);
      return { run, ...(taken ? { approvedBy: taken.approver } : {}) };
    },
  );
  await pools().interactive`update console.retention_run set job_id = ${job} where id = ${run}`;
  return { run, job };
}

async function rulesOf(grant: Grant<"retention.run">, host: string | null) {
  const rules = await listRules(grantFor(grant.operator, "retention.read"));
  return rules.filter((rule) => host === null || rule.host === host);
}

/** What cannot be counted before is taken for much. */
async function deletesMuch(rules: readonly RetentionRule[]): Promise<boolean> {
  if (!(await isProjected())) return true;
  const due = await dueOf(rules);
  const rows = due.reduce((sum, it) => sum + (it?.rows ?? 0), 0);
  const [all] = await pools().interactive<{ rows: number }[]>`
    select coalesce(sum(rows), 0)::float8 as rows from console.owner where messages`;
  return isFinal(rows, all?.rows ?? 0);
}

async function keepRun(
  tx: TransactionSql,
  { operator }: Grant,
  { host, dryRun }: Asked,
  passes: Pass[],
): Promise<string> {
  const [run] = await tx<{ id: string }[]>`
    insert into console.retention_run (dry_run, host, passes, operator_name)
    values (${dryRun}, ${host}, ${JSON.stringify(passes)}::text::jsonb, ${operator.name}) returning id`;
  const id = run?.id ?? "";
  for (const [number, pass] of passes.entries()) {
    await tx`insert into console.retention_pass (run_id, pass, host) values (${id}, ${number}, ${pass.host})`;
  }
  return id;
}

/** Between two batches a run stands still until it may go on. @throws ConsoleError `not-found` */
export async function pauseRun(
  grant: Grant<"retention.run">,
  { id, paused }: { id: string; paused: boolean },
): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    const [run] = await tx<{ host: string | null }[]>`
      update console.retention_run r set paused = ${paused}
      where id = ${id} and exists (select from console.job j
        where j.id = r.job_id and j.state in ('waiting', 'running')) returning host`;
    if (!run) throw refusal("not-found", "retention-over");
    await recordAuditIn(tx, grant, {
      action: paused ? "retention.pause" : "retention.resume",
      phase: "done",
      subject: run.host ?? "*",
      details: { run: id },
    });
  });
}
