import "server-only";
import { pools } from "@/lib/db/pools";
import type { Archive } from "@/lib/xmpp/story";
import type { TranscriptCriteria } from "../criteria";
import type { Gathered } from "./gather";
import { isProjected } from "./is-projected";
import { loadDirectPage } from "./load-direct-page";
import { type KnownPlace, loadProjectedPage } from "./load-projected-page";

/** A page before it is folded. */
export type LoadedPage = {
  archive: Archive;
  /** Rows of the page itself; `gathered` has these and what belongs to them. */
  ids: ReadonlySet<number>;
  gathered: Gathered;
  older: string | null;
  newer: string | null;
  /** Without the projection nothing beyond the page is known. */
  partial: boolean;
};

/** From the projection where there is one, else from Prosody's own indexes. Never by scanning. */
export async function loadPage(
  criteria: TranscriptCriteria,
  signal: AbortSignal | null,
  known: KnownPlace | null = null,
): Promise<LoadedPage> {
  const sql = pools().interactive;
  return !criteria.offline && (await isProjected())
    ? loadProjectedPage(sql, criteria, signal, known)
    : loadDirectPage(sql, criteria, signal, known);
}
