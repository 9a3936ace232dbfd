import { expect, it } from "vitest";
import { Dialogues } from "./dialogues.mjs";
import { templates } from "./phrase-book.mjs";
import { Random } from "./random.mjs";

it("tells a rare dialogue a fifth as often as another, also to the same people", () => {
  const rare = templates.filter((it) => it.rare).slice(0, 10);
  const list = [...rare, ...templates.filter((it) => !it.rare).slice(0, 10)];
  const dialogues = new Dialogues(new Random("rare"));
  const told = Array.from({ length: 1200 }, (_, i) =>
    dialogues.leastUsed(list, i % 3 === 0 ? "dock" : "office"),
  );
  const share = told.filter((it) => rare.includes(it)).length / told.length;
  expect(share).toBeGreaterThan(0.13);
  expect(share).toBeLessThan(0.2);
});
