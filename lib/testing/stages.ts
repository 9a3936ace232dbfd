import { adopt } from "@/lib/archive/adoption/adopt";
import { Indexer } from "@/lib/archive/projection/indexer";
import { pools } from "@/lib/db/pools";
import { testGrant } from "./grants";

/** The steps from a plain database to an indexed one, done by the product's own code. */
export async function adoptAll(): Promise<void> {
  await adopt(testGrant("storage.maintain"));
}

/** Indexes until nothing is left to do; numbers count as soon as their writers have ended. */
export async function indexAll(): Promise<void> {
  const indexer = new Indexer(pools().jobs, { settleSeconds: 0 });
  for (let idle = 0; idle < 2; ) {
    const result = await indexer.step();
    if (result === "waiting") throw new Error("the database is not adopted");
    idle = result === "idle" ? idle + 1 : 0;
    if (result === "busy") await new Promise((done) => setTimeout(done, 20));
  }
}
