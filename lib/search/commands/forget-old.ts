import "server-only";
import { pools } from "@/lib/db/pools";
import { HISTORY_DAYS } from "../kept-views";

const BATCH = 1_000;

/** For the worker: what nobody named and nobody asked again. Returns how many entries went. */
export async function forgetOldSearches(): Promise<number> {
  const gone = await pools().jobs`
    delete from console.search where id in (
      select id from console.search
      where name is null and used_at < now() - interval '1 day' * ${HISTORY_DAYS}
      limit ${BATCH})`;
  return gone.count;
}
