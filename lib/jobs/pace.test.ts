import { expect, test } from "vitest";
import { Pace } from "./pace";

const at = (done: number | null, phase = "scan") => ({
  ...{ done, total: 1_000, unit: "blocks" as const, phase, waitsFor: null },
});

test("the pace of a step begins with the step", () => {
  const pace = new Pace();
  expect(pace.add(at(100), 0)).toMatchObject({ rate: null, secondsLeft: null });
  expect(pace.add(at(200), 2_000)).toMatchObject({ rate: 50, secondsLeft: 16 });
  expect(pace.add(at(0, "sort"), 3_000)).toMatchObject({ rate: null, secondsLeft: null });
  expect(pace.add(at(1_000, "sort"), 5_000)).toMatchObject({ rate: 500, secondsLeft: 0 });
});

test("what is not known is not guessed", () => {
  const pace = new Pace();
  expect(pace.add(at(null), 0)).toMatchObject({ rate: null, secondsLeft: null });
  pace.add(at(5), 0);
  expect(pace.add(at(5), 10_000)).toMatchObject({ rate: null, secondsLeft: null });
  expect(pace.add({ ...at(25), total: null }, 20_000)).toMatchObject({
    rate: 1,
    secondsLeft: null,
  });
});
