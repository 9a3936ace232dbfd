import "server-only";
import { recordAuditIn } from "@/lib/audit/record";
import { isoTime } from "@/lib/db/iso-time";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { Grant } from "./grant";
import { forgetReveals, type RevealRow, revealsOf } from "./reveals";
import { isUuid } from "./uuid";

export const MAX_REVEAL_MINUTES = 15;
export const MIN_REASON_LENGTH = 8;
export const MAX_REASON_LENGTH = 500;

/** Whose archive: a person or a room. */
export type ReadingOwner = { host: string; user: string };

/** What a reading opens: one archive, all of a host (`user` null), or all there is (both null). */
export type ReadingScope = ReadingOwner | { host: string; user: null } | { host: null; user: null };

/** As the trail names it: `alice@example.org`, `*@example.org`, `*`. */
export function scopeName({ host, user }: ReadingScope): string {
  if (host === null) return "*";
  return user === "" ? host : `${user ?? "*"}@${host}`;
}

type Opened = Omit<RevealRow, "openedAt">;

let make: (row: Opened) => Reading;

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
  readonly scope: ReadingScope;
  readonly reason: string;
  readonly expiresAt: Date;

  private constructor(row: Opened) {
    this.id = row.id;
    this.operatorId = row.operatorId;
    this.scope = { host: row.host, user: row.user } as ReadingScope;
    this.reason = row.reason;
    this.expiresAt = new Date(row.expiresAt);
  }

  /** Whether it still permits this operator to read this owner. The database's clock decided at look-up. */
  covers({ operator }: Grant, owner: ReadingOwner, now = new Date()): boolean {
    return (
      this.operatorId === operator.id &&
      (this.scope.host ?? owner.host) === owner.host &&
      (this.scope.user ?? owner.user) === owner.user &&
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
  throw refusal("no-reading", "reading-closed");
}

/**
 * Opens a reveal, on the trail in the same transaction. An earlier one of the same operator
 * and scope is closed by it, so that no reading ever outlasts its own reason.
 * @throws ConsoleError `invalid` for a reason under 8 characters or minutes outside 1 to 15.
 */
export async function openReveal(
  grant: Grant<"archive.read">,
  request: ReadingScope & { reason: string; minutes?: number },
): Promise<Reading> {
  const { host, user, minutes = MAX_REVEAL_MINUTES } = request;
  const reason = checkedReason(request.reason);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_REVEAL_MINUTES) {
    throw refusal("invalid", "reading-minutes", { field: "minutes" });
  }
  const operatorId = grant.operator.id;
  forgetReveals(grant.operator);
  return pools().interactive.begin(async (tx) => {
    const replaced = await tx<{ id: string }[]>`
      update console.reveal set closed_at = now()
      where operator_id = ${operatorId} and host is not distinct from ${host}
        and "user" is not distinct from ${user} and closed_at is null and expires_at > now() returning id`;
    const [row] = await tx<{ id: string; expiresAt: string }[]>`
      insert into console.reveal (operator_id, host, "user", reason, expires_at)
      values (${operatorId}, ${host}, ${user}, ${reason}, now() + interval '1 minute' * ${minutes})
      returning id, ${isoTime(tx, "expires_at")} as "expiresAt"`;
    const { id, expiresAt } = row!;
    await recordAuditIn(tx, grant, {
      action: "reveal.open",
      phase: "done",
      subject: scopeName(request),
      details: { reveal: id, reason, minutes, replaces: replaced.map((reveal) => reveal.id) },
    });
    return make({ id, operatorId, host, user, reason, expiresAt });
  });
}

function checkedReason(text: string): string {
  const reason = text.replaceAll("\0", "").trim();
  if (reason.length < MIN_REASON_LENGTH) {
    throw refusal("invalid", "words-too-few", { field: "reason" });
  }
  if (reason.length > MAX_REASON_LENGTH) {
    throw refusal("invalid", "words-too-many", { field: "reason" });
  }
  return reason;
}

/**
 * Ends a reveal of one's own before its time.
 * @throws ConsoleError `not-found` when there is none that is open, or it is another operator's.
 */
export async function closeReveal(grant: Grant<"archive.read">, id: string): Promise<void> {
  forgetReveals(grant.operator);
  await pools().interactive.begin(async (tx) => {
    const [row] = await tx<ReadingScope[]>`
      update console.reveal set closed_at = now()
      where id = ${isUuid(id) ? id : null} and operator_id = ${grant.operator.id}
        and closed_at is null and expires_at > now()
      returning host, "user"`;
    if (!row) throw refusal("not-found", "reading-over");
    await recordAuditIn(tx, grant, {
      action: "reveal.close",
      phase: "done",
      subject: scopeName(row),
      details: { reveal: id },
    });
  });
}

/** The operator's open reveal that covers this owner, by the database's clock; null: there is none. */
export async function activeReading(
  grant: Grant<"archive.read">,
  owner: ReadingOwner,
): Promise<Reading | null> {
  const open = await activeReadings(grant);
  return open.find((reading) => reading.covers(grant, owner)) ?? null;
}

/** All of the operator's open reveals, the one that lasts longest first. */
export async function activeReadings(grant: Grant<"archive.read">): Promise<Reading[]> {
  return (await revealsOf(grant.operator)).map((row) => make(row));
}
