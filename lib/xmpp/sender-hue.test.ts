import { expect, test } from "vitest";
import { SENDER_HUES, senderHue } from "./sender-hue";

test("a hue never changes: people learn it", () => {
  const people = ["alice@chat.example", "bob@chat.example", "用户@chat.example", ""];
  expect(people.map(senderHue)).toEqual([3, 4, 5, 4]);
});

test("similar names spread over all eight hues", () => {
  const counts = new Map<number, number>();
  for (let index = 0; index < 400; index++) {
    const hue = senderHue(`user${index}@chat.example`);
    counts.set(hue, (counts.get(hue) ?? 0) + 1);
  }
  expect(counts.size).toBe(SENDER_HUES);
  expect(Math.min(...counts.keys())).toBe(1);
  for (const count of counts.values()) expect(count).toBeGreaterThan(25);
});
