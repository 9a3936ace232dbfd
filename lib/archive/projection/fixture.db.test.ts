import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { projectionStatus } from "./status";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

test("the projection of a real Prosody's rows says what a recount says", async () => {
  await expectTrueProjection(database);
  expect(await projectionStatus()).toMatchObject({
    state: "ready",
    layout: "prosody",
    lagRows: 0,
    problem: null,
  });
});

test("stores of messages are indexed, the others only counted", async () => {
  const rows = await database.superuser()`
    select o.store, sum(o.rows)::int as rows, o.messages from console.owner o
    group by o.store, o.messages order by 1`;
  const counts = Object.fromEntries(rows.map((it) => [it.store, [it.rows, it.messages]]));
  expect(counts).toMatchObject({
    archive: [11_238, true],
    muc_log: [1_150, true],
    offline: [23, false],
    uploads: [2, false],
    "pep_urn:xmpp:bookmarks:1": [4, false],
  });
});
