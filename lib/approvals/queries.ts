import "server-only";
import type { ISql } from "postgres";
import type { JsonObject } from "@/lib/audit/canonical";
import type { Grant, Operator } from "@/lib/auth/grant";
import { permits } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { APPROVAL_KINDS, type ApprovalKind } from "./kinds";
import type { ApprovalView } from "./views";

const RECENT_DAYS = 30;
const MOST = 100;

type Row = Omit<ApprovalView, "content" | "mayDecide" | "mayCancel" | "own"> & {
  content: string;
  requesterId: string;
};

/** What waits for a yes or for its deed, oldest first; of the kinds the operator may see. */
export async function listOpenApprovals(grant: Grant): Promise<ApprovalView[]> {
  const { interactive: sql } = pools();
  const rows = await sql<Row[]>`
    select ${columns(sql)} from console.approval
    where ${isOpen(sql)} and kind = any(${watchable(grant.operator)}::text[])
    order by requested_at, id limit ${MOST}`;
  return rows.map((row) => toView(row, grant.operator));
}

/** What was decided, used, cancelled or forgotten in the last month, newest first. */
export async function listPastApprovals(grant: Grant): Promise<ApprovalView[]> {
  const { interactive: sql } = pools();
  const rows = await sql<Row[]>`
    select ${columns(sql)} from console.approval
    where not (${isOpen(sql)}) and kind = any(${watchable(grant.operator)}::text[])
      and requested_at > now() - make_interval(days => ${RECENT_DAYS})
    order by requested_at desc, id limit ${MOST}`;
  return rows.map((row) => toView(row, grant.operator));
}

/** The open request of a subject, whoever asked; null when there is none. */
export async function openApprovalOf(
  grant: Grant,
  kind: ApprovalKind,
  subject: string,
): Promise<ApprovalView | null> {
  const all = await listOpenApprovals(grant);
  return all.find((it) => it.kind === kind && it.subject === subject) ?? null;
}

const isOpen = (sql: ISql) => sql`(state in ('waiting', 'approved') and expires_at > now())`;

const columns = (sql: ISql) => sql`
  id, kind, subject, content, content_sha256 as sha256, reason, requester_id as "requesterId",
  requester_name as requester, approver_name as "decidedBy",
  decision_reason as "decisionReason",
  case when state in ('waiting', 'approved') and expires_at <= now() then 'expired' else state end as state,
  floor(extract(epoch from requested_at))::float8 as "requestedAt",
  floor(extract(epoch from expires_at))::float8 as "expiresAt",
  ceil(extract(epoch from ripe_at))::float8 as "ripeAt",
  floor(extract(epoch from decided_at))::float8 as "decidedAt"`;

function watchable({ roles }: Operator): string[] {
  return Object.entries(APPROVAL_KINDS)
    .filter(([, { watches }]) => permits(roles, watches))
    .map(([kind]) => kind);
}

function toView({ requesterId, content, ...row }: Row, { id, roles }: Operator): ApprovalView {
  const { asks, approves } = APPROVAL_KINDS[row.kind];
  const open = row.state === "waiting" || row.state === "approved";
  return {
    ...row,
    content: JSON.parse(content) as JsonObject,
    mayDecide: row.state === "waiting" && requesterId !== id && permits(roles, approves),
    own: requesterId === id,
    mayCancel: open && permits(roles, asks),
  };
}
