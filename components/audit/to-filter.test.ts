import { expect, it } from "vitest";
import { toInstants } from "./to-filter";

const day = (key: string) => new Date(`${key}T00:00:00Z`);

it("takes whole days of the lens", () => {
  expect(toInstants({ from: day("2026-03-29"), to: day("2026-03-29") }, "Europe/Berlin")).toEqual({
    from: "2026-03-28T23:00:00.000Z",
    to: "2026-03-29T21:59:59.999Z",
  });
  expect(toInstants({ from: day("2026-03-02"), to: null }, "Asia/Kathmandu")).toEqual({
    from: "2026-03-01T18:15:00.000Z",
    to: null,
  });
});
