import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { makeOperator, signInAs, TEST_PASSWORD } from "@/lib/testing/operators";
import { withSecret } from "@/lib/testing/secret";
import { signIn } from "./sign-in";
import { SLOW_FROM } from "./throttle";

const db = useTestDatabase();
withSecret();

let number = 0;
let name = "";

const guess = (
  account = name,
  address = `198.51.100.${number % 250}`,
  password = "wrong password",
) => signIn({ name: account, password, address, userAgent: "vitest" });

async function refusal(account?: string, address?: string) {
  const answer = await guess(account, address);
  if (answer.ok) throw new Error("signed in with a wrong password");
  return answer.refusal;
}

const pass = (seconds: number) => db.superuser()`
  update console.sign_in_throttle set last_at = last_at - interval '1 second' * ${seconds},
    blocked_until = blocked_until - interval '1 second' * ${seconds}`;

beforeEach(async () => {
  number += 1;
  name = `operator${number}`;
  await db.superuser()`delete from console.sign_in_throttle`;
  await makeOperator(name);
});

describe("per account", () => {
  test("from the third failure on each one doubles the wait, wherever it comes from", async () => {
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) {
      const { kind, waitSeconds } = await refusal(name, `203.0.113.${n}`);
      expect(kind).toBe("refused");
      waits.push(waitSeconds);
      await pass(waitSeconds);
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32]);
  });

  test("while it waits, even the right password is not looked at, and nothing is counted", async () => {
    for (let n = 0; n < SLOW_FROM.account + 3; n++) {
      await pass(60);
      await refusal();
    }
    const before =
      await db.superuser()`select key, failures from console.sign_in_throttle order by key`;
    const answer = await guess(name, "203.0.113.77", TEST_PASSWORD);
    if (answer.ok) throw new Error("signed in while it waits");
    expect(answer.refusal.kind).toBe("wait");
    expect(answer.refusal.waitSeconds).toBeGreaterThan(0);
    expect(answer.refusal.waitSeconds).toBeLessThanOrEqual(8);
    expect(
      await db.superuser()`select key, failures from console.sign_in_throttle order by key`,
    ).toEqual(before);
    await pass(8);
    expect((await guess(name, "203.0.113.77", TEST_PASSWORD)).ok).toBe(true);
  });

  test("the right password starts it afresh", async () => {
    for (let n = 0; n < SLOW_FROM.account + 2; n++) {
      await pass(60);
      await refusal();
    }
    await pass(60);
    await signInAs(name);
    expect((await refusal()).waitSeconds).toBe(0);
  });

  test("a day without failures forgets them", async () => {
    for (let n = 0; n < SLOW_FROM.account + 2; n++) {
      await pass(60);
      await refusal();
    }
    await pass(25 * 3600);
    expect((await refusal()).waitSeconds).toBe(0);
  });

  test("the wait never exceeds a quarter of an hour", async () => {
    await refusal();
    await db.superuser()`update console.sign_in_throttle set failures = 2000000`;
    expect((await refusal()).waitSeconds).toBe(900);
  });

  test("guesses at the same moment gain nothing", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => refusal(name, `203.0.113.${n}`)),
    );
    expect(answers.filter(({ kind }) => kind === "refused")).toHaveLength(SLOW_FROM.account);
    expect(answers.filter(({ kind }) => kind === "wait")).toHaveLength(12 - SLOW_FROM.account);
  });
});

describe("per address", () => {
  test("many names from one address slow that address only", async () => {
    const address = "203.0.113.9";
    for (let n = 1; n < SLOW_FROM.address; n++) {
      expect(await refusal(`nobody${n}`, address)).toEqual({ kind: "refused", waitSeconds: 0 });
    }
    expect(await refusal("nobody99", address)).toEqual({ kind: "refused", waitSeconds: 1 });
    // However long the next one takes to be asked.
    await pass(-60);
    expect((await refusal("nobody100", address)).kind).toBe("wait");
    await signInAs(name, "203.0.113.10");
  });

  test("an IPv6 client does not escape within its /64", async () => {
    for (let n = 1; n < SLOW_FROM.address; n++) await refusal(`nobody${n}`, `2001:db8::${n}`);
    expect((await refusal("nobody99", "2001:db8::ffff:1")).waitSeconds).toBe(1);
    expect((await refusal("nobody99", "2001:db8:0:1::1")).kind).toBe("refused");
  });

  test("signing in costs the address nothing, and does not clear it either", async () => {
    const address = "203.0.113.11";
    for (let n = 1; n < SLOW_FROM.address - 1; n++) await refusal(`nobody${n}`, address);
    for (let n = 0; n < 5; n++) await signInAs(name, address);
    expect((await refusal("nobody98", address)).waitSeconds).toBe(0);
    expect((await refusal("nobody99", address)).waitSeconds).toBe(1);
  });
});

test("no name, known or not, is kept in clear beside its failures", async () => {
  await refusal();
  await refusal("hunter2-typed-in-the-wrong-field");
  const keys = await db.superuser()<{ key: string }[]>`select key from console.sign_in_throttle`;
  const accounts = keys.map(({ key }) => key).filter((key) => key.startsWith("account:"));
  expect(accounts).toHaveLength(2);
  for (const key of accounts) expect(key).toMatch(/^account:[0-9a-f]{32}$/);
});
