import { expect, test } from "vitest";
import { readRefusal, writeRefusal } from "./sign-in-refusal";

test.each([
  { kind: "refused", waitSeconds: 0 },
  { kind: "refused", waitSeconds: 4 },
  { kind: "wait", waitSeconds: 900 },
  { kind: "unavailable", waitSeconds: 0 },
] as const)("%o survives the address", (refusal) => {
  const query = new URLSearchParams({ error: writeRefusal(refusal) }).toString();
  expect(readRefusal(new URLSearchParams(query).get("error"))).toEqual(refusal);
});

test("what others put into the address is at most a failure, never text of theirs", () => {
  expect(readRefusal(null)).toBeNull();
  expect(readRefusal("")).toBeNull();
  expect(readRefusal("CredentialsSignin")).toEqual({ kind: "refused", waitSeconds: 0 });
  expect(readRefusal("refused.99999")).toEqual({ kind: "unavailable", waitSeconds: 0 });
  expect(readRefusal("<b>call this number</b>")).toEqual({ kind: "unavailable", waitSeconds: 0 });
});
