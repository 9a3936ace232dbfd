import "server-only";
import type { Sql } from "postgres";
import { ADOPTION_LOCK } from "@/lib/db/locks";
import { refusal } from "@/lib/refusal";

const WAIT_MS = 60_000;

/** One adoption or release at a time. Session lock of the one maintenance connection. */
export async function withAdoptionLock<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const [lock] = await sql<
      { got: boolean }[]
    >`select pg_try_advisory_lock(${ADOPTION_LOCK}) as got`;
    if (lock?.got) break;
    if (Date.now() > end) throw refusal("busy", "adoption-running");
    await new Promise((done) => setTimeout(done, 250));
  }
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${ADOPTION_LOCK})`;
  }
}
