import "server-only";
import { recordAuditIn } from "@/lib/audit/record";
import { isoTime } from "@/lib/db/iso-time";
import { pools } from "@/lib/db/pools";
import { ConsoleError } from "@/lib/errors";
import type { Grant } from "./grant";
import { isUuid } from "./uuid";

export const MAX_REVEAL_MINUTES = 15;
export const MIN_REASON_LENGTH = 8;
export const MAX_REASON_LENGTH = 500;

/** Whose archive: a person or a room. */
export type ReadingOwner = { host: string; user: string };

type RevealRow = ReadingOwner & {
  id: string;
  operatorId: string;
  reason: string;
  /** ISO 8601. */
  expiresAt: string;
};

let make: (row: RevealRow) => Reading;

/**
 * Proof that its operator stated a reason for reading one owner's messages. Every query that returns
 * text takes one beside its grant. Made by this file alone: the constructor is private and the static
 * block hands the only way in to this module.
 */
export class Reading {
  static {
    make = (row) => new Reading(row);
  }

  readonly id: string;
  readonly operatorId: string;
  readonly owner: ReadingOwner;
  readonly reason: string;
  readonly expiresAt: Date;

  private constructor(row: RevealRow) {
    this.id = row.id;
    this.operatorId = row.operatorId;
    this.owner = { host: row.host, user: row.user };
    this.reason = row.reason;
    this.expiresAt = new Date(row.expiresAt);
  }

  /** Whether it still permits this operator to read this owner. The database's clock decided at look-up. */
  covers({ operator }: Grant, owner: ReadingOwner, now = new Date()): boolean {
    return (
      this.operatorId === operator.id &&
      this.owner.host === owner.host &&
      this.owner.user === owner.user &&
      this.expiresAt > now
    );
  }
}

/**
 * For queries that return text, before they run.
 * @throws ConsoleError `no-reading` when `reading` is missing, another's, of another owner, or over.
 */
export function requireReading(
  grant: Grant<"archive.read">,
  reading: Reading | null,
  owner: ReadingOwner,
): Reading {
  if (reading?.covers(grant, owner)) return reading;
  throw new ConsoleError("no-reading", "Messages are closed: open a reading with a reason first.");
}

/**
 * Opens a reveal of one owner, on the trail in the same transaction. An earlier one of the same operator
 * and owner is closed by it, so that no reading ever outlasts its own reason.
 * @throws ConsoleError `invalid` for a reason under 8 characters or minutes outside 1 to 15.
 */
export async function openReveal(
  grant: Grant<"archive.read">,
  request: ReadingOwner & { reason: string; minutes?: number },
): Promise<Reading> {
  const { host, user, minutes = MAX_REVEAL_MINUTES } = request;
  const reason = checkedReason(request.reason);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_REVEAL_MINUTES) {
    throw new ConsoleError("invalid", "A reading lasts 1 to 15 minutes.", { field: "minutes" });
  }
  const operatorId = grant.operator.id;
  return pools().interactive.begin(async (tx) => {
    const replaced = await tx<{ id: string }[]>`
      update console.reveal set closed_at = now()
      where operator_id = ${operatorId} and host = ${host} and "user" = ${user}
        and closed_at is null and expires_at > now() returning id`;
    const [row] = await tx<{ id: string; expiresAt: string }[]>`
      insert into console.reveal (operator_id, host, "user", reason, expires_at)
      values (${operatorId}, ${host}, ${user}, ${reason}, now() + interval '1 minute' * ${minutes})
      returning id, ${isoTime(tx, "expires_at")} as "expiresAt"`;
    const { id, expiresAt } = row!;
    await recordAuditIn(tx, grant, {
      action: "reveal.open",
      phase: "done",
      subject: `${user}@${host}`,
      details: { reveal: id, reason, minutes, replaces: replaced.map((reveal) => reveal.id) },
    });
    return make({ id, operatorId, host, user, reason, expiresAt });
  });
}

function checkedReason(text: string): string {
  const reason = text.replaceAll("\0", "").trim();
  if (reason.length < MIN_REASON_LENGTH) {
    throw new ConsoleError("invalid", "Say why, in at least 8 characters.", { field: "reason" });
  }
  if (reason.length > MAX_REASON_LENGTH) {
    throw new ConsoleError("invalid", "Say why, in at most 500 characters.", { field: "reason" });
  }
  return reason;
}

/**
 * Ends a reveal of one's own before its time.
 * @throws ConsoleError `not-found` when there is none that is open, or it is another operator's.
 */
export async function closeReveal(grant: Grant<"archive.read">, id: string): Promise<void> {
  await pools().interactive.begin(async (tx) => {
    const [row] = await tx<ReadingOwner[]>`
      update console.reveal set closed_at = now()
      where id = ${isUuid(id) ? id : null} and operator_id = ${grant.operator.id}
        and closed_at is null and expires_at > now()
      returning host, "user"`;
    if (!row) throw new ConsoleError("not-found", "This reading is over already.");
    await recordAuditIn(tx, grant, {
      action: "reveal.close",
      phase: "done",
      subject: `${row.user}@${row.host}`,
      details: { reveal: id },
    });
  });
}

/** The operator's open reveal of this owner by the database's clock, or null. One index look-up. */
export async function activeReading(
  grant: Grant<"archive.read">,
  { host, user }: ReadingOwner,
): Promise<Reading | null> {
  const sql = pools().interactive;
  const [row] = await sql<RevealRow[]>`
    select id, operator_id as "operatorId", host, "user", reason,
      ${isoTime(sql, "expires_at")} as "expiresAt"
    from console.reveal
    where operator_id = ${grant.operator.id} and host = ${host} and "user" = ${user}
      and closed_at is null and expires_at > now()
    order by expires_at desc limit 1`;
  return row ? make(row) : null;
}
