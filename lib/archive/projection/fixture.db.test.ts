import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
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

test("counts per kind", async () => {
  const rows = await database.superuser()<{ store: string; kind: number; rows: number }[]>`
    select o.store, m.kind, count(*)::int as rows from console.message m
      join console.owner o on o.id = m.owner_id group by 1, 2 order by 1, 2`;
  const counts = Object.fromEntries(
    rows.map((it) => [`${it.store} ${MESSAGE_KINDS[it.kind]}`, it.rows]),
  );
  expect(counts).toEqual({
    "archive call": 8,
    "archive correction": 249,
    "archive encrypted": 400,
    "archive error": 1,
    "archive file": 8,
    "archive invite": 4,
    "archive marker": 2_273,
    "archive payload": 2,
    "archive reaction": 438,
    "archive receipt": 3_093,
    "archive retraction": 4,
    "archive subject": 2,
    "archive text": 4_756,
    "muc_log correction": 1,
    "muc_log encrypted": 1,
    "muc_log file": 1,
    "muc_log marker": 2,
    "muc_log moderation": 2,
    "muc_log reaction": 108,
    "muc_log text": 1_035,
  });
});
