import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { indexAll, indexSteps } from "@/lib/testing/stages";
import { getHealth } from "./health";

const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });
const build = async () => (await getHealth()).indexer?.build;

test("while the index is built, health says how far it is, how fast, and how long still", async () => {
  expect((await getHealth()).indexer).toMatchObject({ state: "building", stalled: false });
  expect(await build()).toMatchObject({ builtRows: 0, ratePerSecond: 0, secondsLeft: null });
  // Transactions of other test files hold the horizon back for as long as they take.
  for (const end = Date.now() + 120_000; (await build())?.builtRows === 0; ) {
    if (Date.now() > end) throw new Error("nothing was built");
    await indexSteps(1);
    await new Promise((done) => setTimeout(done, 20));
  }
  const now = await build();
  if (!now) throw new Error("all was built in one step");
  const { builtRows, totalRows, ratePerSecond, secondsLeft } = now;
  expect(totalRows).toBeGreaterThan(builtRows);
  expect(ratePerSecond).toBeGreaterThan(0);
  expect(secondsLeft).toBe(Math.ceil((totalRows - builtRows) / ratePerSecond));

  // Rows are not all: what is made of them takes its time, and how much is not known.
  await database.superuser()`update console.indexer_state set build_rows = ${totalRows + 1}`;
  expect(await build()).toMatchObject({ builtRows: totalRows + 1, secondsLeft: null });
  await database.superuser()`update console.indexer_state set build_rows = ${builtRows}`;

  await indexAll();
  expect((await getHealth()).indexer).toEqual({ state: "ready", lagRows: 0, stalled: false });
});
