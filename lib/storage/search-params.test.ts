import { expect, test } from "vitest";
import { parseParams } from "@/lib/archive/search-params";
import { growthParams, heatParams, inOrder, ownerParams, ownersParams } from "./search-params";

const of = (text: string) => new URLSearchParams(text);

test("what is not said has a value", () => {
  expect(parseParams(growthParams, of(""))).toEqual({ split: "host", zone: "UTC" });
  expect(parseParams(growthParams, of("from=&to=&step="))).toEqual({ split: "host", zone: "UTC" });
  expect(parseParams(heatParams, of("zone=Asia/Kathmandu"))).toMatchObject({ weeks: 8 });
  expect(parseParams(ownersParams, of("unit=rows"))).toEqual({ unit: "rows", limit: 24 });
  expect(parseParams(ownerParams, of("host=a.example"))).toEqual({ host: "a.example", user: "" });
});

test.each([
  [growthParams, "split=owner", "split"],
  [growthParams, "step=hour", "step"],
  [growthParams, "zone=%2B05:45", "zone"],
  [growthParams, "from=yesterday", "from"],
  [growthParams, "to=2026-02-30", "to"],
  [heatParams, "weeks=0", "weeks"],
  [heatParams, "weeks=105", "weeks"],
  [ownersParams, "limit=1e9", "limit"],
  [ownersParams, "unit=stones", "unit"],
  [ownerParams, "user=anna", "host"],
  [ownerParams, "host=a%00b", "host"],
] as const)("what is wrong is named: %#", (schema, text, field) => {
  expect(() => parseParams(schema, of(text))).toThrow(
    expect.objectContaining({ code: "invalid", details: expect.objectContaining({ field }) }),
  );
});

test("a range ends behind its beginning", () => {
  const range = { from: "2026-03-02", to: "2026-03-01" };
  expect(() => inOrder(range)).toThrow(expect.objectContaining({ code: "invalid" }));
  expect(inOrder({ from: "2026-03-01", to: "2026-03-01" })).toBeTruthy();
  expect(inOrder({ to: "2026-03-01" })).toBeTruthy();
});
