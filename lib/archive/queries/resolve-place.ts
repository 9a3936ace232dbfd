import "server-only";
import type { Sql } from "postgres";
import type { ConsoleError } from "@/lib/errors";
import { refusal } from "@/lib/refusal";
import type { TranscriptCriteria } from "../criteria";
import { localMidnight } from "./local-midnight";
import { ownerIds } from "./owner-scope";
import type { ResolvedPlace } from "./page-window";
import { findPosition } from "./projected-rows";

/**
 * Turns a row id or a date into a position. Throws ConsoleError("not-found") for a row that is not this
 * owner's, in the same words as for one that does not exist.
 */
export async function resolvePlace(
  sql: Sql,
  { host, user, place, limit }: TranscriptCriteria,
): Promise<ResolvedPlace> {
  if (place.kind === "row") {
    const row = await findPosition(sql, ownerIds(sql, { host, user }), place.rowId);
    if (!row) throw noSuchRow();
    return { kind: "around", position: row, rowsBefore: Math.floor(limit / 2) };
  }
  if (place.kind === "date") {
    const stamp = await localMidnight(sql, place.date, place.zone);
    return { kind: "around", position: { stamp, rowId: -1 }, rowsBefore: 0 };
  }
  return place;
}

export function noSuchRow(): ConsoleError {
  return refusal("not-found", "message-unknown");
}
