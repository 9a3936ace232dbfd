import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/search/language/parse-query";
import { proposedScope, scopeOf, widerScope } from "./scope-of";

const HOSTS = ["a.example", "b.example", "rooms.a.example"];
const open = (host: string | null, user: string | null = null) => ({ host, user });
const wider = (text: string, ...readings: ReturnType<typeof open>[]) => {
  const choice = widerScope(readings, parseQuery(text), HOSTS);
  return choice && scopeOf(choice);
};

describe("the least that a query needs", () => {
  it.each([
    ["tender", { host: null, user: null }],
    ["tender in:mara@a.example", { host: "a.example", user: "mara" }],
    ["tender in:a.example", { host: "a.example", user: null }],
    ["tender host:b.example", { host: "b.example", user: null }],
    ["tender in:dock-2", { host: null, user: null }],
    ["tender in:mara@a.example in:b.example", { host: null, user: null }],
  ])("%s", (text, scope) => {
    expect(scopeOf(proposedScope(parseQuery(text), HOSTS))).toEqual(scope);
  });
});

describe("one step wider than what is open", () => {
  it("goes from an archive to its host, and from a host to everything", () => {
    expect(wider("tender", open("a.example", "mara"))).toEqual({ host: "a.example", user: null });
    expect(wider("tender", open("a.example", "mara"), open("a.example", "ken"))).toEqual({
      host: "a.example",
      user: null,
    });
    expect(wider("tender", open("a.example"))).toEqual({ host: null, user: null });
  });

  it("is everything where no host holds all of it, or the host is not archived any more", () => {
    const everything = { host: null, user: null };
    expect(wider("tender", open("a.example", "mara"), open("b.example", "ken"))).toEqual(
      everything,
    );
    expect(wider("tender", open("a.example"), open("b.example", "ken"))).toEqual(everything);
    expect(wider("tender", open("gone.example", "mara"))).toEqual(everything);
  });

  it("is the place that the query names, while that is closed", () => {
    expect(wider("in:ken@b.example x", open("a.example", "mara"))).toEqual({
      host: "b.example",
      user: "ken",
    });
    expect(wider("host:b.example x", open("a.example"))).toEqual({ host: "b.example", user: null });
    expect(wider("in:mara@a.example x", open("a.example", "mara"))).toEqual({
      host: "a.example",
      user: null,
    });
    expect(wider("in:mara@a.example x", open("a.example"))).toEqual({ host: null, user: null });
  });

  it("is nothing when everything is open", () => {
    expect(wider("tender", open("a.example", "mara"), open(null))).toBeNull();
  });
});
