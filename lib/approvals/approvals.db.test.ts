import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { approve, cancel, refuse } from "./decide";
import { listOpenApprovals, listPastApprovals, openApprovalOf } from "./queries";
import { DELAY_HOURS, requestApproval } from "./request";
import { takeApproval } from "./take";

const database = useTestDatabase();
withSecret();
const CONTENT = { rows: 5, hosts: ["b", "a"] };
let asking: Grant<"policy.write">;
let seconding: Grant<"policy.read">;
let made = 0;

const ask = (content = CONTENT, subject = "chat.example") =>
  requestApproval(asking, { kind: "policy.apply", subject, content, reason: "why not" });
const seen = async (id: string) => {
  const found = (await listOpenApprovals(seconding)).find((it) => it.id === id);
  return { id, sha256: found?.sha256 ?? "" };
};
const take = (id: string, content = CONTENT) =>
  pools().interactive.begin((tx) => takeApproval(tx, "policy.apply", id, content));

beforeAll(async () => {
  await makeOperator("second");
});
beforeEach(async () => {
  await database.superuser()`update console.operator set disabled_at = null`;
  await database.superuser()`delete from console.approval`;
  const name = `asker${++made}`;
  await makeOperator(name);
  asking = grantFor(await signInAs(name), "policy.write");
  seconding = grantFor(await signInAs("second"), "policy.read");
});

test("somebody else says yes, and it is used once", async () => {
  const { id, ripeAt } = await ask();
  expect(ripeAt).toBeNull();
  await expect(take(id)).rejects.toMatchObject({ details: { reason: "approval-waiting" } });
  await approve(seconding, await seen(id));
  expect(await openApprovalOf(seconding, "policy.apply", "chat.example")).toMatchObject({
    ...{ id, state: "approved", decidedBy: "second", content: CONTENT, mayDecide: false },
  });
  const all = await Promise.allSettled([take(id), take(id), take(id)]);
  expect(all.filter((it) => it.status === "fulfilled")).toEqual([
    { status: "fulfilled", value: { requester: asking.operator.name, approver: "second" } },
  ]);
  await expect(take(id)).rejects.toMatchObject({ details: { reason: "approval-over" } });
  expect((await listPastApprovals(seconding))[0]).toMatchObject({ id, state: "used" });
  const trail = await database.superuser()`
    select action, operator_name as by from console.audit_entry order by seq desc limit 2`;
  expect(trail).toEqual([
    { action: "approval.approve", by: "second" },
    { action: "approval.request", by: asking.operator.name },
  ]);
});

test("a deed that is rolled back leaves the approval as it was", async () => {
  const { id } = await ask();
  await approve(seconding, await seen(id));
  const undo = new Error("undo");
  await expect(
    pools().interactive.begin(async (tx) => {
      await takeApproval(tx, "policy.apply", id, CONTENT);
      throw undo;
    }),
  ).rejects.toBe(undo);
  expect(await take(id)).toMatchObject({ approver: "second" });
});

test("nobody says yes to themselves, not even past the code", async () => {
  const { id } = await ask();
  const own = grantFor(asking.operator, "policy.read");
  await expect(approve(own, await seen(id))).rejects.toMatchObject({
    details: { reason: "approval-own" },
  });
  await expect(
    database.superuser()`update console.approval set state = 'approved', approver_id = requester_id
      where id = ${id}`,
  ).rejects.toThrow(/approval_second/);
  await expect(
    database.superuser()`update console.approval set state = 'approved' where id = ${id}`,
  ).rejects.toThrow(/approval_approved/);
});

test("what is edited is not what was approved", async () => {
  const { id } = await ask();
  const before = await seen(id);
  await approve(seconding, before);
  await expect(take(id, { ...CONTENT, rows: 6 })).rejects.toMatchObject({
    details: { reason: "approval-edited" },
  });
  const again = await ask({ ...CONTENT, rows: 6 });
  await expect(take(id)).rejects.toMatchObject({ details: { reason: "approval-over" } });
  await expect(approve(seconding, { ...before, id: again.id })).rejects.toMatchObject({
    details: { reason: "approval-edited" },
  });
  await expect(
    database.superuser()`update console.approval set content = '{}' where id = ${again.id}`,
  ).rejects.toThrow(/approval_hash/);
  await approve(seconding, await seen(again.id));
  await take(again.id, { hosts: ["b", "a"], rows: 6 });
});

describe("where nobody else may approve", () => {
  beforeEach(async () => {
    await database.superuser()`
      update console.operator set disabled_at = now() where name <> ${asking.operator.name}`;
  });

  test("a day passes instead, and it can be cancelled meanwhile", async () => {
    const { id, ripeAt } = await ask();
    const hours = ((ripeAt ?? 0) - Date.now() / 1_000) / 3_600;
    expect(hours).toBeGreaterThan(DELAY_HOURS - 0.1);
    expect(hours).toBeLessThan(DELAY_HOURS + 0.1);
    await expect(take(id)).rejects.toMatchObject({ details: { reason: "approval-delay" } });
    await database.superuser()`update console.approval set ripe_at = now() where id = ${id}`;
    expect(await take(id)).toEqual({ requester: asking.operator.name, approver: null });

    const other = await ask();
    await cancel(grantFor(asking.operator, "policy.read"), other);
    await database.superuser()`update console.approval set ripe_at = now() where id = ${other.id}`;
    await expect(take(other.id)).rejects.toMatchObject({ details: { reason: "approval-over" } });
  });
});

test("refused, too old, somebody else's, not one's to see", async () => {
  const { id } = await ask();
  await refuse(seconding, { ...(await seen(id)), reason: "too much at once" });
  expect((await listPastApprovals(seconding))[0]).toMatchObject({
    ...{ state: "refused", decisionReason: "too much at once" },
  });
  const [entry] = await database.superuser()`
    select canonical from console.audit_entry where action = 'approval.refuse' order by seq desc limit 1`;
  expect(String(entry?.canonical)).toContain("too much at once");
  await expect(take(id)).rejects.toMatchObject({ details: { reason: "approval-over" } });
  const old = await ask();
  await database.superuser()`update console.approval set expires_at = now() where id = ${old.id}`;
  await expect(approve(seconding, { id: old.id, sha256: "" })).rejects.toMatchObject({
    details: { reason: "approval-over" },
  });
  expect((await listPastApprovals(seconding)).map((it) => it.state).toSorted()).toEqual([
    ...["expired", "refused"],
  ]);
  await ask();
  const third = requestApproval(testGrant("policy.write"), {
    ...{ kind: "policy.apply", subject: "chat.example", content: CONTENT, reason: "me, too" },
  });
  await expect(third).rejects.toMatchObject({ details: { reason: "approval-open" } });
  const auditor = testGrant("policy.read", ["auditor"]);
  const [open] = await listOpenApprovals(auditor);
  expect(open).toMatchObject({ mayDecide: false, mayCancel: false });
  await expect(
    approve(auditor, { id: open?.id ?? "", sha256: open?.sha256 ?? "" }),
  ).rejects.toMatchObject({ code: "not-found" });
});
