import { decode, encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { disableOperator } from "@/lib/access/commands";
import { listAudit } from "@/lib/audit/queries";
import { env, resetEnv } from "@/lib/env";
import { AuthBrowser, withAuthServer } from "@/lib/testing/auth-server";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { makeOperator, TEST_PASSWORD } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";

const db = useTestDatabase();
withSecret();
const server = withAuthServer();

const COOKIE = "next-auth.session-token";
const browser = (address: string, forged = {}) =>
  new AuthBrowser(server(), { "x-muniment-address": address, "user-agent": "vitest", ...forged });
const sessionId = async ({ cookies }: AuthBrowser) =>
  (await decode({ token: cookies.get(COOKIE), secret: env().secret! }))?.sid;

let anna = "";

beforeAll(async () => {
  await makeOperator("root-admin");
  anna = await makeOperator("anna", ["compliance"]);
});

describe("a session", () => {
  test("the cookie is HttpOnly and lax, and carries a session id and nothing else", async () => {
    const window = browser("192.0.2.1");
    expect((await window.signIn("anna", TEST_PASSWORD)).status).toBe(200);
    expect(window.lines.get(COOKIE)).toMatch(/Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(window.lines.get(COOKIE)).not.toContain("Secure");
    const token = await decode({ token: window.cookies.get(COOKIE), secret: env().secret! });
    expect(Object.keys(token!).sort()).toEqual(["exp", "iat", "jti", "sid"]);
    const session = await window.session();
    expect(session).toEqual({
      expires: expect.any(String),
      operator: { name: "anna", roles: ["compliance"] },
    });
  });

  test("behind https the cookie is secure, under a name only https may set", async () => {
    process.env.MUNIMENT_URL = "https://muniment.example.org";
    resetEnv();
    const window = browser("192.0.2.1");
    await window.signIn("anna", TEST_PASSWORD);
    delete process.env.MUNIMENT_URL;
    resetEnv();
    expect(window.lines.get(`__Secure-${COOKIE}`)).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
    expect(window.cookies.has(COOKIE)).toBe(false);
  });

  test("sign-out ends the row: a cookie copied before opens nothing any more", async () => {
    const window = browser("192.0.2.1");
    await window.signIn("anna", TEST_PASSWORD);
    const copied = window.cookies.get(COOKIE)!;
    await window.post("signout");
    expect(window.cookies.get(COOKIE)).toBe("");
    window.cookies.set(COOKIE, copied);
    expect(await window.session()).toEqual({});
  });

  test("disabling binds the next request, and the cookie it answers with is empty", async () => {
    const berta = await makeOperator("berta", ["support"]);
    const window = browser("192.0.2.1");
    await window.signIn("berta", TEST_PASSWORD);
    expect(await sessionId(window)).toEqual(expect.any(String));
    await disableOperator(testGrant("operator.manage"), berta);
    expect(await window.session()).toEqual({});
    expect(await sessionId(window)).toBeUndefined();
  });

  test("a cookie made with another secret is no session", async () => {
    const [row] = await db.superuser()<{ id: string }[]>`
      select id from console.session where operator_id = ${anna} and ended_at is null limit 1`;
    const window = browser("192.0.2.1");
    const token = { sid: row!.id };
    window.cookies.set(COOKIE, await encode({ token, secret: "another secret" }));
    expect(await window.session()).toEqual({});
    window.cookies.set(COOKIE, await encode({ token, secret: env().secret! }));
    expect(await window.session()).not.toEqual({});
  });
});

describe("a refusal", () => {
  test("without the token of the form nothing is tried", async () => {
    const window = browser("192.0.2.2");
    const form = { username: "anna", password: TEST_PASSWORD, json: "true" };
    const answer = await window.send("callback/credentials", form);
    expect(await answer.text()).toContain("csrf=true");
    expect(window.cookies.has(COOKIE)).toBe(false);
  });

  test("the answer is the same whether the name exists", async () => {
    for (const name of ["anna", "nobody"]) {
      const { status, url } = await browser("192.0.2.3").signIn(name, "wrong password");
      expect(status).toBe(401);
      expect(new URL(url).searchParams.get("error")).toBe("refused.0");
    }
  });

  test("no forged header gives an attacker another address", async () => {
    const errors: (string | null)[] = [];
    for (let n = 0; n < 22; n++) {
      const forged = `203.0.113.${n}`;
      const window = browser("192.0.2.66", {
        "x-forwarded-for": forged,
        "x-real-ip": forged,
        forwarded: `for=${forged}`,
        "true-client-ip": forged,
        "cf-connecting-ip": forged,
      });
      const { url } = await window.signIn(`nobody${n}`, "wrong password");
      errors.push(new URL(url).searchParams.get("error"));
    }
    expect(errors.slice(18, 21)).toEqual(["refused.0", "refused.1", "wait.1"]);
    const { entries } = await listAudit(testGrant("audit.read"), {
      action: "session.refuse",
      limit: 20,
    });
    expect(new Set(entries.map(({ details }) => details.address))).toEqual(new Set(["192.0.2.66"]));
  });
});
