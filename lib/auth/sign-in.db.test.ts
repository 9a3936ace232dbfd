import { expect, test } from "vitest";
import { disableOperator, enableOperator, resetPassword } from "@/lib/access/commands";
import { listAudit } from "@/lib/audit/queries";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, signInAs, TEST_PASSWORD } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { lookUpSession } from "./sessions";
import { signIn } from "./sign-in";

const db = useTestDatabase();
withSecret();

const manager = testGrant("operator.manage");
const attempt = (name: string, password = TEST_PASSWORD, address = "192.0.2.8") =>
  signIn({ name, password, address, userAgent: "vitest" });
const trail = async (filter: object) => (await listAudit(testGrant("audit.read"), filter)).entries;

test("the right password opens a session, on the trail with its address", async () => {
  await makeOperator("anna", ["support", "auditor"]);
  const operator = await signInAs("  Anna ", "192.0.2.7");
  expect(operator).toMatchObject({ name: "anna", roles: ["support", "auditor"] });
  expect(await lookUpSession(operator.sessionId)).toEqual(operator);
  const [entry] = await trail({ action: "session.start", subject: "anna" });
  expect(entry).toMatchObject({
    operatorName: "anna",
    sessionId: operator.sessionId,
    details: { address: "192.0.2.7" },
  });
});

test("unknown name, wrong password and disabled account are answered alike", async () => {
  await makeOperator("root-admin");
  await makeOperator("berta");
  const disabled = await makeOperator("carl");
  await disableOperator(manager, disabled);
  const answers = [
    await attempt("nobody-at-all"),
    await attempt("berta", "wrong password"),
    await attempt("carl"),
    await attempt("carl", "wrong password"),
  ];
  for (const answer of answers) {
    expect(answer).toEqual({ ok: false, refusal: { kind: "refused", waitSeconds: 0 } });
  }
  await enableOperator(manager, disabled);
  expect((await attempt("carl")).ok).toBe(true);
});

test("a refused sign-in names the account only when it exists", async () => {
  await makeOperator("dora");
  await attempt("dora", "wrong password");
  await attempt("Tr0ub4dor&3");
  const [unknown, known] = await trail({ action: "session.refuse", limit: 2 });
  expect(known).toMatchObject({ subject: "dora", details: { why: "wrong password" } });
  expect(unknown!.subject).toMatch(/^hash:[0-9a-f]{32}$/);
  expect(unknown).toMatchObject({ operatorName: "anonymous", details: { why: "unknown name" } });
  const everything = await db.superuser()`select canonical from console.audit_entry`;
  expect(JSON.stringify(everything).toLowerCase()).not.toContain("tr0ub4dor");
});

test("names and agents that PostgreSQL cannot hold are refused or cleaned, never an error", async () => {
  await makeOperator("emil");
  expect((await attempt("e\0mil")).ok).toBe(false);
  expect((await attempt("\ud800")).ok).toBe(false);
  expect((await attempt("x".repeat(100_000))).ok).toBe(false);
  const form = { name: "emil", password: TEST_PASSWORD, address: "192.0.2.8" };
  expect((await signIn({ ...form, userAgent: `\0${"u".repeat(5_000)}` })).ok).toBe(true);
});

test("a password that is changed while it is being verified opens nothing", async () => {
  const id = await makeOperator("frida");
  const racing = Promise.all([
    attempt("frida"),
    resetPassword(manager, id, "quite another password"),
  ]);
  const [answer] = await racing;
  const session = answer.ok ? answer.operator.sessionId : null;
  expect(await lookUpSession(session)).toBeNull();
});

test("when the trail cannot be written nobody signs in and no session is left", async () => {
  const id = await makeOperator("gerd");
  const append = "function console.audit_append(text, text, text, text, text, text, bigint, text)";
  await db.superuser().unsafe(`revoke execute on ${append} from muniment_web`);
  await expect(attempt("gerd")).rejects.toMatchObject({ code: "unavailable" });
  await expect(attempt("gerd", "wrong password")).rejects.toMatchObject({ code: "unavailable" });
  await db.superuser().unsafe(`grant execute on ${append} to muniment_web`);
  const rows = await db.superuser()`select from console.session where operator_id = ${id}`;
  expect(rows).toHaveLength(0);
});
