import { expect, test } from "vitest";
import { operatorName } from "@/lib/auth/operator-name";
import { toActionResult } from "./errors";
import { type ErrorReason, errors } from "./i18n/en/errors";
import { texts } from "./i18n/texts";
import { reasonOf, refusal, sentenceOf } from "./refusal";

test("a refusal is said in the language of whoever reads it, under a name that stays", () => {
  const result = toActionResult(refusal("conflict", "name-taken", { field: "name" }));
  if (result.ok) throw new Error("a refusal is no success");
  expect(result.error).toMatchObject({ code: "conflict", reason: "name-taken" });
  expect(sentenceOf(texts.en.errors, result.error)).toBe(result.error.message);
  expect(sentenceOf(texts.de.errors, result.error)).toBe("Diesen Namen hat schon jemand.");
});

test("what has no name, or one that nobody knows, is said as the server said it", () => {
  const { errors } = texts.de;
  expect(sentenceOf(errors, { message: "Say so." })).toBe("Say so.");
  for (const reason of ["from-tomorrow", "toString", "__proto__"])
    expect(sentenceOf(errors, { message: "Say so.", reason })).toBe("Say so.");
});

test("more exact words are for command line and log; the browser keeps to its own language", () => {
  const said = toActionResult(
    refusal("not-found", "operator-unknown", { words: "There is no operator named Ada." }),
  );
  if (said.ok) throw new Error("a refusal is no success");
  expect(said.error.message).toBe("There is no operator named Ada.");
  expect(sentenceOf(texts.de.errors, said.error)).toBe("Diese Person gibt es nicht.");
});

test("a schema's sentence has its name, and no two names share a sentence", () => {
  const { error } = operatorName.safeParse("a:b");
  expect(reasonOf(error?.issues[0]?.message ?? "")).toBe("name-form");
  expect(reasonOf("Say so.")).toBeUndefined();
  for (const reason of Object.keys(errors) as ErrorReason[])
    expect(reasonOf(errors[reason])).toBe(reason);
});
