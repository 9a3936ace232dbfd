import "server-only";
import type { ISql, PendingQuery, Row } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import type { Json, JsonObject } from "./canonical";

export type AuditFilter = {
  /** Name of an operator, exactly. */
  operator?: string | null;
  action?: string | null;
  /** Bare JID, host or operator's name, exactly. */
  subject?: string | null;
  /** ISO 8601 with zone, both inclusive. */
  from?: string | null;
  to?: string | null;
  /** Only entries with a smaller `seq`. */
  before?: number | null;
  /** 1 to 500, 100 when left out. */
  limit?: number | null;
};

export type AuditView = {
  seq: number;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  operatorId: string;
  operatorName: string;
  sessionId: string | null;
  action: string;
  phase: string;
  subject: string;
  refersTo: number | null;
  details: { [key: string]: Json | undefined };
  hash: string;
};

/** Newest first, keyset by `seq`; `next` is the `before` of the following page, null at the end. */
export async function listAudit(
  _grant: Grant<"audit.read">,
  filter: AuditFilter,
): Promise<{ entries: AuditView[]; next: number | null }> {
  const sql = pools().interactive;
  const limit = Math.min(Math.max(filter.limit ?? 100, 1), 500);
  const rows = await sql<{ seq: string; canonical: string; hash: string }[]>`
    select seq, canonical, hash from console.audit_entry
    where ${conditions(sql, filter)}
    order by seq desc limit ${limit + 1}`;
  const entries = rows.slice(0, limit).map(toView);
  return { entries, next: rows.length > limit ? entries.at(-1)!.seq : null };
}

/** The two entries of a reading, or of anything that points to another: by number, null when there is none. */
export async function getAudit(
  _grant: Grant<"audit.read">,
  seq: number,
): Promise<AuditView | null> {
  const [row] = await pools().interactive<{ seq: string; canonical: string; hash: string }[]>`
    select seq, canonical, hash from console.audit_entry where seq = ${seq}`;
  return row ? toView(row) : null;
}

/**
 * Times are turned into bounds of `seq` through the index on `at` (with a day to spare for a clock that
 * was set back), so that a range far in the past does not walk down from the newest entry.
 */
function conditions(sql: ISql, filter: AuditFilter): PendingQuery<Row[]> {
  const { operator, action, subject, from, to, before } = filter;
  return sql`true
    ${operator ? sql`and operator_name = ${operator}` : sql``}
    ${action ? sql`and action = ${action}` : sql``}
    ${subject ? sql`and subject = ${subject}` : sql``}
    ${before ? sql`and seq < ${before}` : sql``}
    ${
      from
        ? sql`and at >= ${from}::timestamptz and seq >= (
            select coalesce((select seq from console.audit_entry
              where at >= ${from}::timestamptz - interval '1 day' order by at limit 1), 9007199254740991))`
        : sql``
    }
    ${
      to
        ? sql`and at <= ${to}::timestamptz and seq <= (
            select coalesce((select seq from console.audit_entry
              where at <= ${to}::timestamptz + interval '1 day' order by at desc limit 1), 0))`
        : sql``
    }`;
}

/** Shown from the canonical text, the only thing that is believed. */
function toView(row: { seq: string; canonical: string; hash: string }): AuditView {
  const entry = JSON.parse(row.canonical) as Omit<AuditView, "hash" | "details"> & {
    details: JsonObject;
  };
  const { at, operatorId, operatorName, sessionId, action, phase, subject, refersTo, details } =
    entry;
  return {
    seq: Number(row.seq),
    at,
    operatorId,
    operatorName,
    sessionId,
    action,
    phase,
    subject,
    refersTo,
    details,
    hash: row.hash,
  };
}
