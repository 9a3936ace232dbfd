import "server-only";
import type { Grant } from "./grant";
import { revealsOf } from "./reveals";

/** What the frame shows about a reading: no proof, reads nothing. Times in Unix seconds. */
export type OpenReading = {
  id: string;
  /** null: every host. */
  host: string | null;
  /** null: everybody of the host. */
  user: string | null;
  reason: string;
  openedAt: number;
  expiresAt: number;
};

/** The operator's own open readings, the one that lasts longest first. */
export async function listOpenReadings({
  operator,
}: Grant<"archive.read">): Promise<OpenReading[]> {
  const open = await revealsOf(operator);
  return open.map(({ operatorId: _, openedAt, expiresAt, ...reveal }) => ({
    ...reveal,
    openedAt: toSeconds(openedAt),
    expiresAt: toSeconds(expiresAt),
  }));
}

function toSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
