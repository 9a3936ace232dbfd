import { expect, test } from "vitest";
import { z } from "zod";
import { ConsoleError, type ErrorCode } from "@/lib/errors";
import { refusal } from "@/lib/refusal";
import { withDatabaseFailure } from "./database-failure";
import { problemOf } from "./problem";

test.each([
  ["unauthenticated", 401],
  ["forbidden", 403],
  ["no-reading", 403],
  ["not-found", 404],
  ["invalid", 400],
  ["conflict", 409],
  ["busy", 503],
  ["over-budget", 429],
  ["unavailable", 503],
] satisfies [ErrorCode, number][])("%s is %i", async (code, status) => {
  const response = problemOf(new ConsoleError(code, "Say so.", { cause: new Error("inner") }))!;
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.has("retry-after")).toBe([429, 503].includes(status));
  expect(await response.json()).toEqual({ type: "about:blank", title: "Say so.", status, code });
});

test("a refusal that has a name says it, for whoever speaks another language", async () => {
  const response = problemOf(refusal("invalid", "words-too-few", { field: "reason" }))!;
  expect(await response.json()).toMatchObject({
    title: "Say why, in at least 8 characters.",
    code: "invalid",
    ...{ reason: "words-too-few", field: "reason" },
  });
});

test("a value that does not parse is named by its field, and not repeated", async () => {
  const { error } = z.object({ limit: z.int() }).safeParse({ limit: "<script>" });
  const response = problemOf(error)!;
  expect(response.status).toBe(400);
  const body = await response.text();
  expect(JSON.parse(body)).toMatchObject({ code: "invalid", field: "limit" });
  expect(body).not.toContain("script");
});

test("a bug stays a bug", () => {
  expect(problemOf(new TypeError("x is undefined"))).toBeNull();
  expect(problemOf("text")).toBeNull();
});

test.each([
  ["57014", "busy"],
  ["55P03", "busy"],
  ["53300", "busy"],
  ["57P01", "unavailable"],
  ["08006", "unavailable"],
  ["ECONNREFUSED", "unavailable"],
  ["CONNECTION_CLOSED", "unavailable"],
  ["CONNECT_TIMEOUT", "unavailable"],
])("a database that fails with %s is %s", (code, expected) => {
  const error = Object.assign(new Error("from the driver"), { code });
  expect(withDatabaseFailure(error)).toMatchObject({ code: expected, details: { cause: error } });
});

test.each(["42703", "23505", "ERR_ASSERTION"])("%s is a bug, and comes back as it is", (code) => {
  const error = Object.assign(new Error("from the driver"), { code });
  expect(withDatabaseFailure(error)).toBe(error);
});
