import { beforeEach, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { verifyAudit } from "@/lib/audit/verify";
import { Grant } from "@/lib/auth/grant";
import { signIn } from "@/lib/auth/sign-in";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import {
  changeRoles,
  disableOperator,
  enableOperator,
  endSessions,
  resetPassword,
} from "./commands";
import { createOperator } from "./create-operator";
import { createFirstOperators } from "./first-operators";
import { listOperators } from "./queries";

const db = useTestDatabase();
withSecret();

const cli = testGrant("operator.manage", ["admin"], "cli");
const auditor = testGrant("audit.read");
const as = (id: string) =>
  Grant.issue({ id, name: "somebody", roles: ["admin"], sessionId: null }, "operator.manage");
const trail = async () => (await listAudit(auditor, { limit: 1 })).entries[0];
const find = async (name: string) => (await listOperators(cli)).find((o) => o.name === name)!;

let anna = "";
let berta = "";

beforeEach(async () => {
  await db.superuser()`delete from console.session`;
  await db.superuser()`delete from console.operator`;
  anna = await makeOperator("anna");
  berta = await makeOperator("berta", ["support"]);
});

describe("changes and their entries", () => {
  test("create: a generated password that works, shown once", async () => {
    const { password } = await createOperator(cli, { name: "carl", roles: ["auditor"] });
    expect(await trail()).toMatchObject({
      action: "operator.create",
      phase: "done",
      subject: "carl",
      details: { roles: ["auditor"] },
    });
    const form = { name: "carl", password, address: "192.0.2.3", userAgent: "" };
    expect((await signIn(form)).ok).toBe(true);
    const everything = await db.superuser()`select canonical from console.audit_entry`;
    expect(JSON.stringify(everything)).not.toContain(password);
  });

  test("a taken name is refused, and nothing is recorded", async () => {
    const before = await trail();
    await expect(createOperator(cli, { name: "berta", roles: ["admin"] })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await trail()).toEqual(before);
  });

  test("disable and enable", async () => {
    await signInAs("berta");
    await disableOperator(cli, berta);
    expect(await trail()).toMatchObject({
      action: "operator.disable",
      details: { sessionsEnded: 1 },
    });
    expect(await find("berta")).toMatchObject({ sessions: [], disabledAt: expect.any(String) });
    await expect(disableOperator(cli, berta)).rejects.toMatchObject({ code: "conflict" });
    await enableOperator(cli, berta);
    expect((await find("berta")).disabledAt).toBeNull();
    await expect(enableOperator(cli, berta)).rejects.toMatchObject({ code: "conflict" });
  });

  test("reset: the old password is over, the sessions too", async () => {
    await signInAs("berta");
    const { password } = await resetPassword(cli, berta);
    await expect(signInAs("berta")).rejects.toThrow();
    const form = { name: "berta", password, address: "192.0.2.3", userAgent: "" };
    expect((await signIn(form)).ok).toBe(true);
  });

  test("roles: before and after", async () => {
    await changeRoles(cli, berta, ["auditor", "compliance"]);
    expect(await trail()).toMatchObject({
      action: "operator.roles",
      details: { before: ["support"], after: ["auditor", "compliance"] },
    });
  });

  test("sign out everywhere says how many", async () => {
    await signInAs("anna");
    await signInAs("anna");
    expect(await endSessions(as(anna), anna)).toEqual({ ended: 2 });
    expect(await trail()).toMatchObject({ action: "session.end", subject: "anna" });
  });
});

describe("guards", () => {
  test("nobody disables themselves or takes admin from themselves", async () => {
    await makeOperator("second-admin");
    await expect(disableOperator(as(anna), anna)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRoles(as(anna), anna, ["support"])).rejects.toMatchObject({
      code: "conflict",
    });
    await changeRoles(as(anna), anna, ["admin", "support"]);
  });

  test("the last administrator stays, also from the command line", async () => {
    await expect(disableOperator(cli, anna)).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRoles(cli, anna, ["auditor"])).rejects.toMatchObject({ code: "conflict" });
    expect(await find("anna")).toMatchObject({ roles: ["admin"], disabledAt: null });
  });

  test("two administrators who disable each other at once: one remains", async () => {
    for (let round = 0; round < 5; round++) {
      const other = await makeOperator(`other${round}`);
      const results = await Promise.allSettled([
        disableOperator(as(anna), other),
        disableOperator(as(other), anna),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await db.superuser()`update console.operator set disabled_at = null where id = ${anna}`;
      await db.superuser()`update console.operator set disabled_at = now() where id = ${other}`;
    }
  });

  test("an id that is nobody's", async () => {
    const nobody = "9b2f4c1e-0000-4000-8000-000000000000";
    await expect(endSessions(cli, nobody)).rejects.toMatchObject({ code: "not-found" });
  });
});

test("when the trail cannot be written no operator is changed", async () => {
  const append = "function console.audit_append(text, text, text, text, text, text, bigint, text)";
  const before = await db.superuser()`select * from console.operator order by id`;
  await db.superuser().unsafe(`revoke execute on ${append} from muniment_web`);
  const changes = [
    disableOperator(cli, berta),
    resetPassword(cli, berta),
    changeRoles(cli, berta, ["admin"]),
    createOperator(cli, { name: "dora", roles: ["admin"] }),
  ];
  const results = await Promise.allSettled(changes);
  await db.superuser().unsafe(`grant execute on ${append} to muniment_web`);
  for (const result of results) {
    expect(result).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  }
  expect(await db.superuser()`select * from console.operator order by id`).toEqual(before);
});

test("the list knows whose session is asking, and holds no hash", async () => {
  const asking = await signInAs("anna", "192.0.2.44");
  const grant = Grant.issue(asking, "operator.manage");
  const listed = await listOperators(grant);
  expect(listed.map(({ name, self }) => [name, self])).toEqual([
    ["anna", true],
    ["berta", false],
  ]);
  expect(listed[0]?.sessions).toMatchObject([{ current: true, address: "192.0.2.44" }]);
  expect(JSON.stringify(listed)).not.toContain("scrypt$");
});

describe("first operators", () => {
  const clear = () => db.superuser()`delete from console.operator`;

  test("the demo gets one for each role, with the password given", async () => {
    await clear();
    const first = await createFirstOperators(db.superuser(), { demo: true, password: "password" });
    expect(first.map(({ name, roles }) => [name, roles])).toEqual([
      ["admin", ["admin"]],
      ["compliance", ["compliance"]],
      ["support", ["support"]],
      ["auditor", ["auditor"]],
    ]);
    const form = { name: "support", password: "password", address: "192.0.2.3", userAgent: "" };
    expect((await signIn(form)).ok).toBe(true);
    expect(await createFirstOperators(db.superuser(), { demo: true, password: null })).toEqual([]);
  });

  test("otherwise admin alone, and only one of two processes creates it", async () => {
    await clear();
    const both = await Promise.all(
      [1, 2].map(() => createFirstOperators(pools().interactive, { demo: false, password: null })),
    );
    expect(both.map((first) => first.length).sort()).toEqual([0, 1]);
    expect(await listOperators(cli)).toMatchObject([{ name: "admin", roles: ["admin"] }]);
    expect((await verifyAudit(auditor)).ok).toBe(true);
  });
});
