import "server-only";
import type { Sql } from "postgres";

type FillDemo = (sql: Sql, now: Date) => Promise<void>;

const STEP = "demo";

/**
 * Fills the demo archive in one transaction with the note that it was done: a killed first start begins
 * again, a second start does nothing. An archive that already holds something is left alone.
 */
export async function fillDemoOnce(
  sql: Sql,
  fillDemo: FillDemo,
  log: (line: string) => void,
): Promise<void> {
  const done = await sql`select from console.setup_step where name = ${STEP}`;
  if (done.length > 0) return;
  const filled = await sql.begin(async (tx) => {
    const mine = await tx`
      insert into console.setup_step (name) values (${STEP}) on conflict do nothing returning 1`;
    const there = await tx`
      select from prosodyarchive union all select from prosody limit 1`;
    if (mine.length === 0 || there.length > 0) return false;
    log("Filling the demo archive");
    // Safe: a demo only writes; everything it uses is on a transaction, too.
    await fillDemo(tx as unknown as Sql, new Date());
    return true;
  });
  if (filled) await sql`analyze prosody, prosodyarchive`;
}
