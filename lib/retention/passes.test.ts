import { expect, test } from "vitest";
import { toPasses } from "./passes";

const rule = (host: string, days: number | null, user: string | null = null) => ({
  ...{ host, user, kind: null, days },
});

test("each rule that deletes is one walk a message store, wider ones leave out narrower ones", () => {
  const passes = toPasses([
    rule("a", 30),
    rule("a", null, "anna"),
    rule("a", 7, "bert"),
    { host: "a", user: null, kind: "receipt", days: 5 },
    rule("b", null),
  ]);
  expect(passes).toHaveLength(9);
  expect(new Set(passes.map(({ store }) => store))).toEqual(
    new Set(["archive", "archive2", "muc_log"]),
  );
  const of = (user: string | null, kind: string | null) =>
    passes.find((it) => it.store === "archive" && it.user === user && it.kind === kind);
  expect(of(null, null)).toMatchObject({ exceptUsers: ["anna", "bert"], exceptKinds: ["receipt"] });
  expect(of(null, "receipt")).toMatchObject({ exceptUsers: ["anna", "bert"], exceptKinds: [] });
  expect(of("bert", null)).toMatchObject({ exceptUsers: [], exceptKinds: [], days: 7 });
  expect(toPasses([])).toEqual([]);
});
