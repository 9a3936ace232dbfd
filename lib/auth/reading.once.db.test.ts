import { expect, test } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { auditRead } from "@/lib/audit/read";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { activeReading, activeReadings, closeReveal, openReveal, requireReading } from "./reading";

const db = useTestDatabase();

const anna = testGrant("archive.read", ["compliance"], "anna");
const berta = testGrant("archive.read", ["admin"], "berta");
const owner = { host: "example.org", user: "juliet" };
const reason = "Ticket 4711, asked by HR";

const trail = async (action: string) =>
  (await listAudit(testGrant("audit.read"), { action, subject: "juliet@example.org" })).entries;

test("a reveal opens one owner to one operator for a quarter of an hour at most", async () => {
  const reading = await openReveal(anna, { ...owner, reason });
  const minutes = (reading.expiresAt.getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(14.5);
  expect(minutes).toBeLessThanOrEqual(15.1);
  expect((await activeReading(anna, owner))?.id).toBe(reading.id);
  expect(await activeReading(berta, owner)).toBeNull();
  expect(await activeReading(anna, { ...owner, user: "romeo" })).toBeNull();
  expect(await activeReading(anna, { ...owner, host: "example.net" })).toBeNull();
});

test("its opening and closing are on the trail, with the reason", async () => {
  const { id } = await openReveal(anna, { ...owner, reason, minutes: 5 });
  const [opened] = await trail("reveal.open");
  expect(opened).toMatchObject({
    operatorName: "anna",
    details: { reveal: id, reason, minutes: 5 },
  });
  await closeReveal(anna, id);
  expect(await activeReading(anna, owner)).toBeNull();
  expect((await trail("reveal.close"))[0]).toMatchObject({ details: { reveal: id } });
});

test.each([
  ["a short reason", { reason: "because" }],
  ["a blank reason", { reason: "            " }],
  ["a reason of a page", { reason: "r".repeat(501) }],
  ["no time", { reason, minutes: 0 }],
  ["more than 15 minutes", { reason, minutes: 16 }],
  ["a fraction of a minute", { reason, minutes: 1.5 }],
  ["no number", { reason, minutes: Number.NaN }],
])("%s opens nothing", async (_, request) => {
  const nobody = { host: "example.org", user: "mercutio" };
  await expect(openReveal(anna, { ...nobody, ...request })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await activeReading(anna, nobody)).toBeNull();
});

test("opening again closes the earlier one: none outlasts its own reason", async () => {
  const first = await openReveal(anna, { ...owner, reason });
  const second = await openReveal(anna, {
    ...owner,
    reason: "Ticket 4712, another reason",
    minutes: 1,
  });
  expect((await activeReading(anna, owner))?.id).toBe(second.id);
  const open = await db.superuser()`
    select from console.reveal where closed_at is null and operator_id = ${anna.operator.id}`;
  expect(open).toHaveLength(1);
  expect((await trail("reveal.open"))[0]?.details).toMatchObject({ replaces: [first.id] });
});

test("an expired reveal reads nothing and cannot be closed any more", async () => {
  const { id } = await openReveal(anna, { ...owner, reason });
  await db.superuser()`update console.reveal set expires_at = now() where id = ${id}`;
  expect(await activeReading(anna, owner)).toBeNull();
  await expect(closeReveal(anna, id)).rejects.toMatchObject({ code: "not-found" });
});

test("another's reveal answers like one that never was", async () => {
  const { id } = await openReveal(anna, { ...owner, reason });
  const random = "9b2f4c1e-0000-4000-8000-000000000000";
  const messages = await Promise.all(
    [id, random, "x"].map((one) => closeReveal(berta, one).catch((error: Error) => error.message)),
  );
  expect(new Set(messages).size).toBe(1);
  expect(await activeReading(anna, owner)).not.toBeNull();
});

test("a query of text is refused without a reading that covers it", async () => {
  const reading = await openReveal(anna, { ...owner, reason });
  expect(requireReading(anna, reading, owner)).toBe(reading);
  const refused = { code: "no-reading" };
  expect(() => requireReading(anna, null, owner)).toThrow(expect.objectContaining(refused));
  expect(() => requireReading(berta, reading, owner)).toThrow(expect.objectContaining(refused));
  const romeo = { ...owner, user: "romeo" };
  expect(() => requireReading(anna, reading, romeo)).toThrow(expect.objectContaining(refused));
  expect(reading.covers(anna, owner, new Date(reading.expiresAt.getTime()))).toBe(false);
});

test("a reading is asked before and answered after, with a hash of what was served", async () => {
  const ids = await auditRead(
    anna,
    { action: "archive.read", subject: "juliet@example.org" },
    async () => {
      expect((await trail("archive.read"))[0]).toMatchObject({ phase: "asked" });
      return [7, 8, 9];
    },
    (rows) => rows,
  );
  expect(ids).toEqual([7, 8, 9]);
  const [answered, asked] = await trail("archive.read");
  expect(answered).toMatchObject({ phase: "answered", refersTo: asked!.seq, details: { rows: 3 } });
});

test("when the trail cannot be written nothing is opened, and nothing is read", async () => {
  const append = "function console.audit_append(text, text, text, text, text, text, bigint, text)";
  await db.superuser().unsafe(`revoke execute on ${append} from muniment_web`);
  const nurse = { host: "example.org", user: "nurse" };
  await expect(openReveal(anna, { ...nurse, reason })).rejects.toMatchObject({
    code: "unavailable",
    message: "The audit trail cannot be written, so nothing was read or changed.",
  });
  let read = false;
  const reading = auditRead(
    anna,
    { action: "archive.read", subject: "nurse@example.org" },
    async () => {
      read = true;
      return [];
    },
    (rows) => rows,
  );
  await expect(reading).rejects.toMatchObject({ code: "unavailable" });
  await db.superuser().unsafe(`grant execute on ${append} to muniment_web`);
  expect(read).toBe(false);
  expect(await activeReading(anna, nurse)).toBeNull();
});

test("a held end of the chain is waited for, not for ever", async () => {
  await db.superuser().begin(async (tx) => {
    await tx`select from console.audit_head for update`;
    const start = Date.now();
    await expect(openReveal(anna, { ...owner, reason })).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(Date.now() - start).toBeLessThan(5_000);
  });
  expect((await openReveal(anna, { ...owner, reason })).scope).toEqual(owner);
});

test("a reading of a host opens its archives, one of everything all of them, nobody else's", async () => {
  const carl = testGrant("archive.read", ["compliance"], "carl");
  const elsewhere = { host: "example.net", user: "romeo" };
  const host = await openReveal(carl, { host: "example.org", user: null, reason });
  expect((await activeReading(carl, owner))?.id).toBe(host.id);
  expect(host.covers(carl, owner)).toBe(true);
  expect(host.covers(carl, elsewhere)).toBe(false);
  expect(await activeReading(carl, elsewhere)).toBeNull();
  const all = await openReveal(carl, { host: null, user: null, reason });
  expect(all.covers(carl, elsewhere)).toBe(true);
  expect(all.covers(berta, elsewhere)).toBe(false);
  expect((await activeReadings(carl)).map((it) => it.id).sort()).toEqual([host.id, all.id].sort());
  const again = await openReveal(carl, { host: null, user: null, reason });
  expect((await activeReadings(carl)).map((it) => it.id).sort()).toEqual(
    [host.id, again.id].sort(),
  );
  const { entries } = await listAudit(testGrant("audit.read"), { action: "reveal.open" });
  expect(entries.slice(0, 3).map((it) => it.subject)).toEqual(["*", "*", "*@example.org"]);
});
