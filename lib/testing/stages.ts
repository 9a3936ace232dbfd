import { adopt } from "@/lib/archive/adoption/adopt";
import { Indexer } from "@/lib/archive/projection/indexer";
import { projectionStatus } from "@/lib/archive/projection/status";
import { pools } from "@/lib/db/pools";
import { testGrant } from "./grants";

/** The steps from a plain database to an indexed one, done by the product's own code. */
export async function adoptAll(): Promise<void> {
  await adopt(testGrant("storage.maintain"));
}

const PATIENCE_MS = 400_000;

/**
 * Indexes until nothing is left to do. Transactions of other databases of the server hold the horizon
 * back, so this may have to wait for other test files.
 */
export async function indexAll(): Promise<void> {
  const indexer = new Indexer(pools().jobs, { settleSeconds: 0 });
  const end = Date.now() + PATIENCE_MS;
  for (let idle = 0; idle < 2; ) {
    const result = await indexer.step();
    if (result === "waiting") throw new Error("the database is not adopted");
    if (Date.now() > end) throw new Error("the indexer did not come to an end");
    if (result === "worked") continue;
    idle = result === "idle" && (await isDone()) ? idle + 1 : 0;
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function isDone(): Promise<boolean> {
  const { state, lagRows } = await projectionStatus();
  return state === "ready" && lagRows === 0;
}

/** So many steps, however they end: for tests in which something is still under way. */
export async function indexSteps(steps: number): Promise<void> {
  const indexer = new Indexer(pools().jobs, { settleSeconds: 0 });
  for (let step = 0; step < steps; step += 1) await indexer.step();
}
