import type { ConsoleError } from "@/lib/errors";
import { refusal } from "@/lib/refusal";

/** Where a row stands in its archive: `when` has whole seconds, so the row id breaks ties. */
export type Position = { stamp: number; rowId: number };

/** Opaque to everybody but this file, so that the order of an archive may change without a new API. */
export function encodeCursor(...parts: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(parts), "utf8").toString("base64url");
}

/** The parts of a cursor made by {@link encodeCursor}. Throws ConsoleError("invalid"). */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== length || !parts.every(isPart)) throw refuse();
  return parts;
}

export function positionCursor(position: Position): string {
  return encodeCursor(position.stamp, position.rowId);
}

/** Throws ConsoleError("invalid") when the text was not made by {@link positionCursor}. */
export function readPosition(cursor: string): Position {
  const [stamp, rowId] = decodeCursor(cursor, 2);
  if (!isStamp(stamp) || !Number.isSafeInteger(rowId)) throw refuse();
  return { stamp, rowId: rowId as number };
}

function isStamp(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
}

function isPart(value: unknown): value is string | number | null {
  return value === null || typeof value === "string" || typeof value === "number";
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refuse();
  }
}

function refuse(): ConsoleError {
  return refusal("invalid", "place-unknown", { field: "cursor" });
}
