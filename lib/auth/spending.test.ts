import { describe, expect, it } from "vitest";
import { Spending } from "./spending";

const AT = 1_800_000_000_000;
const SECOND = 1_000;

describe("what one operator may spend", () => {
  it("is refused from the last unit on, and free again a whole stretch after the first", () => {
    const spending = new Spending({ most: 3, seconds: 60 });
    for (const after of [0, 10, 20]) {
      expect(spending.secondsToWait(AT + after * SECOND)).toBe(0);
      spending.spend(1, AT + after * SECOND);
    }
    expect(spending.secondsToWait(AT + 20 * SECOND)).toBe(40);
    expect(spending.secondsToWait(AT + 59_999)).toBe(1);
    expect(spending.secondsToWait(AT + 60 * SECOND)).toBe(0);
  });

  it("goes over once, and then waits until enough of it is long ago", () => {
    const spending = new Spending({ most: 100, seconds: 3_600 });
    spending.spend(30, AT);
    spending.spend(500, AT + 600 * SECOND);
    expect(spending.secondsToWait(AT + 601 * SECOND)).toBe(3_599);
    expect(spending.secondsToWait(AT + 4_200 * SECOND)).toBe(0);
  });

  it("is without an end where the allowance is 0", () => {
    const spending = new Spending({ most: 0, seconds: 60 });
    spending.spend(1_000_000, AT);
    expect(spending.secondsToWait(AT)).toBe(0);
  });

  it("is told once a stretch", () => {
    const spending = new Spending({ most: 1, seconds: 60 });
    expect([0, 1, 59, 60].map((it) => spending.isNews(AT + it * SECOND))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
