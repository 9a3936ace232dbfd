import { expect, test } from "vitest";
import { generatePassword, hashPassword, verifyPassword } from "./passwords";

test("a password verifies against its own hash only", async () => {
  const stored = await hashPassword("correct horse");
  expect(stored).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword("correct horse", stored)).toBe(true);
  expect(await verifyPassword("correct horsf", stored)).toBe(false);
  expect(await hashPassword("correct horse")).not.toBe(stored);
});

test("the same word in another normalisation is the same password", async () => {
  const stored = await hashPassword("Zürich caf\u00e9");
  expect(await verifyPassword("Zu\u0308rich cafe\u0301", stored)).toBe(true);
});

test("nobody's password is never right, and takes as long", async () => {
  const stored = await hashPassword("x");
  const timed = async (hash: string | null) => {
    const start = process.hrtime.bigint();
    expect(await verifyPassword("y", hash)).toBe(false);
    return Number(process.hrtime.bigint() - start);
  };
  const rounds = 5;
  let known = 0;
  let unknown = 0;
  for (let round = 0; round < rounds; round++) {
    known += await timed(stored);
    unknown += await timed(null);
  }
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test("a longer word than is read never verifies by its beginning", async () => {
  const stored = await hashPassword("a".repeat(1_024));
  expect(await verifyPassword("a".repeat(1_025), stored)).toBe(false);
});

test("generated passwords differ and read easily", () => {
  const passwords = new Set(Array.from({ length: 200 }, generatePassword));
  expect(passwords.size).toBe(200);
  for (const password of passwords)
    expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}$/);
});
