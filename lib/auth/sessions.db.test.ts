import { beforeAll, expect, test } from "vitest";
import { changeRoles, disableOperator, endSessions, resetPassword } from "@/lib/access/commands";
import { listAudit } from "@/lib/audit/queries";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { endSession, lookUpSession } from "./sessions";

const db = useTestDatabase();
withSecret();

const manager = testGrant("operator.manage");
let number = 0;

async function someone() {
  const name = `person${++number}`;
  const id = await makeOperator(name, ["support"]);
  return { id, name, first: await signInAs(name), second: await signInAs(name) };
}

beforeAll(async () => {
  await makeOperator("the-admin");
});

test("sign-out ends its own session, once", async () => {
  const { name, first, second } = await someone();
  await endSession(first.sessionId);
  await endSession(first.sessionId);
  expect(await lookUpSession(first.sessionId)).toBeNull();
  expect(await lookUpSession(second.sessionId)).not.toBeNull();
  const { entries } = await listAudit(testGrant("audit.read"), {
    action: "session.end",
    subject: name,
  });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ operatorName: name, sessionId: first.sessionId });
});

test.each([
  ["sign out everywhere", endSessions],
  ["disabling", disableOperator],
  ["another password", (grant: typeof manager, id: string) => resetPassword(grant, id)],
])("%s binds the very next look-up of every session", async (_, revoke) => {
  const { id, first, second } = await someone();
  await revoke(manager, id);
  expect(await lookUpSession(first.sessionId)).toBeNull();
  expect(await lookUpSession(second.sessionId)).toBeNull();
});

test("other roles bind the very next look-up", async () => {
  const { id, first } = await someone();
  await changeRoles(manager, id, ["auditor"]);
  expect((await lookUpSession(first.sessionId))?.roles).toEqual(["auditor"]);
});

test("a session ends 8 hours after sign-in, and after 30 minutes without a request", async () => {
  const { first, second } = await someone();
  const sql = db.superuser();
  await sql`update console.session set seen_at = now() - interval '29 minutes' where id = ${first.sessionId}`;
  expect(await lookUpSession(first.sessionId)).not.toBeNull();
  await sql`update console.session set seen_at = now() - interval '31 minutes' where id = ${first.sessionId}`;
  expect(await lookUpSession(first.sessionId)).toBeNull();
  const [row] = await sql<{ hours: number }[]>`
    select extract(epoch from expires_at - created_at)::float / 3600 as hours
    from console.session where id = ${second.sessionId}`;
  expect(row!.hours).toBe(8);
  await sql`update console.session set expires_at = now() where id = ${second.sessionId}`;
  expect(await lookUpSession(second.sessionId)).toBeNull();
});

test("being seen is written at most once a minute", async () => {
  const { first } = await someone();
  const seen = async () =>
    (
      await db.superuser()`select seen_at, xmin from console.session where id = ${first.sessionId}`
    )[0];
  const before = await seen();
  await lookUpSession(first.sessionId);
  expect(await seen()).toEqual(before);
  await db.superuser()`
    update console.session set seen_at = now() - interval '2 minutes' where id = ${first.sessionId}`;
  await lookUpSession(first.sessionId);
  const after = await seen();
  expect(after!.seen_at.getTime()).toBeGreaterThan(Date.now() - 30_000);
});

test("a page that looks by itself keeps nobody signed in", async () => {
  const { first } = await someone();
  const sql = db.superuser();
  await sql`update console.session set seen_at = now() - interval '29 minutes' where id = ${first.sessionId}`;
  expect(await lookUpSession(first.sessionId, { watching: true })).not.toBeNull();
  const [row] = await sql<{ minutes: number }[]>`
    select extract(epoch from now() - seen_at)::float / 60 as minutes
    from console.session where id = ${first.sessionId}`;
  expect(row!.minutes).toBeGreaterThan(28);
});

test.each([undefined, null, "", "x", 7, "00000000-0000-0000-0000-000000000000", "' or true --"])(
  "%j is nobody's session",
  async (id) => expect(await lookUpSession(id)).toBeNull(),
);
