import { beforeAll, expect, test } from "vitest";
import { cliOperator } from "@/lib/auth/cli-operator";
import type { Operator } from "@/lib/auth/grant";
import { useTestDatabase } from "@/lib/testing/database";
import { makeOperator } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { runAudit } from "./audit";
import { runOperator } from "./operator";

const db = useTestDatabase();
withSecret();

let cli: Operator;
beforeAll(async () => {
  await makeOperator("admin");
  cli = await cliOperator(null);
});

test("the built-in operator is named after the account, and is on the trail under it", async () => {
  expect(cli.id).toMatch(/^cli:./);
  const { json, text } = await runOperator(cli, { verb: "add", name: "Anna", roles: ["support"] });
  expect(json).toMatchObject({ name: "anna", roles: ["support"], password: expect.any(String) });
  expect(text).toMatch(/^Sign in as anna with password /);
  const listed = await runAudit(cli, { verb: "list", filter: { subject: "anna" } });
  expect(listed.json).toMatchObject({
    entries: [{ action: "operator.create", operatorName: cli.name }],
    next: null,
  });
});

test("disable, enable, reset, roles and sign-out by name", async () => {
  await runOperator(cli, {
    verb: "add",
    name: "berta",
    roles: ["support"],
    password: "twelve letters",
  });
  expect((await runOperator(cli, { verb: "disable", name: "berta" })).json).toMatchObject({
    disabled: true,
  });
  await runOperator(cli, { verb: "enable", name: "berta" });
  await runOperator(cli, { verb: "roles", name: "berta", roles: ["auditor"] });
  expect((await runOperator(cli, { verb: "sign-out", name: "berta" })).json).toEqual({
    name: "berta",
    ended: 0,
  });
  const { text } = await runOperator(cli, { verb: "list" });
  expect(text).toMatch(/^berta +auditor +0 sessions +never signed in$/m);
});

test.each([
  ["a name with a colon", { verb: "add", name: "cli:root", roles: ["admin"] }, "invalid"],
  ["a role that is none", { verb: "add", name: "carl", roles: ["root"] }, "invalid"],
  ["no role", { verb: "add", name: "carl", roles: [] }, "invalid"],
  ["a short password", { verb: "reset", name: "admin", password: "short" }, "invalid"],
  ["nobody", { verb: "disable", name: "nobody" }, "not-found"],
  ["the last administrator", { verb: "disable", name: "admin" }, "conflict"],
] as const)("%s is refused", async (_, command, code) => {
  await expect(runOperator(cli, command)).rejects.toMatchObject({ code });
});

test("--as acts with that operator's roles, and not as somebody disabled or unknown", async () => {
  await makeOperator("auditor", ["auditor"]);
  const auditor = await cliOperator("auditor");
  expect(auditor).toMatchObject({ name: "auditor", roles: ["auditor"], sessionId: null });
  await expect(runOperator(auditor, { verb: "list" })).rejects.toMatchObject({ code: "forbidden" });
  expect((await runAudit(auditor, { verb: "verify" })).ok).toBe(true);
  await runOperator(cli, { verb: "disable", name: "auditor" });
  await expect(cliOperator("auditor")).rejects.toMatchObject({ code: "forbidden" });
  await expect(cliOperator("nobody")).rejects.toMatchObject({ code: "forbidden" });
});

test("verify answers no, and names the entry", async () => {
  const good = await runAudit(cli, { verb: "verify" });
  expect(good).toMatchObject({ ok: true, json: { ok: true, firstBad: null } });
  await db.superuser().begin(async (tx) => {
    await tx`alter table console.audit_entry disable trigger audit_entry_append_only`;
    await tx`update console.audit_entry set operator_name = 'somebody else' where seq = 2`;
    await tx`alter table console.audit_entry enable always trigger audit_entry_append_only`;
  });
  const { ok, text, json } = await runAudit(cli, { verb: "verify" });
  expect(ok).toBe(false);
  expect(text).toBe(
    "Entry 2: column operatorName differs from the canonical text. Good entries before it: 1.\n" +
      "No checkpoints on this machine: a cut end would not be noticed.",
  );
  expect(json).toMatchObject({ ok: false, entries: 1, firstBad: { seq: 2 } });
});
