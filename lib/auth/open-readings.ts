import "server-only";
import { pools } from "@/lib/db/pools";
import type { Grant } from "./grant";

/** What the frame shows about a reading: no proof, reads nothing. Times in Unix seconds. */
export type OpenReading = {
  id: string;
  host: string;
  user: string;
  reason: string;
  openedAt: number;
  expiresAt: number;
};

/** The operator's own open readings, the one that lasts longest first. */
export async function listOpenReadings(grant: Grant<"archive.read">): Promise<OpenReading[]> {
  return pools().interactive<OpenReading[]>`
    select id, host, "user", reason,
      floor(extract(epoch from opened_at))::float8 as "openedAt",
      floor(extract(epoch from expires_at))::float8 as "expiresAt"
    from console.reveal
    where operator_id = ${grant.operator.id} and closed_at is null and expires_at > now()
    order by expires_at desc`;
}
