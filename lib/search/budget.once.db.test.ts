import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { forgetSpending } from "@/lib/auth/budget";
import { openReveal } from "@/lib/auth/reading";
import { resetEnv } from "@/lib/env";
import { ConsoleError } from "@/lib/errors";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { withSecret } from "@/lib/testing/secret";
import type { SearchCriteria } from "./criteria";
import { parseQuery } from "./language/parse-query";
import { searchMessages, searchMetadata } from "./queries/search";

useTestDatabase({ fixture: "prosody-0.12", indexed: true });
withSecret();

const grant = testGrant("search.metadata", ["support"]);
const asked = (text: string, more: Partial<SearchCriteria> = {}): SearchCriteria => ({
  query: parseQuery(text),
  zone: "UTC",
  order: "newest",
  before: null,
  limit: 2,
  copies: "one",
  ...more,
});
const refusals = async () =>
  (await listAudit(testGrant("audit.read", ["auditor"]), { limit: 50 })).entries.filter(
    (it) => it.action === "budget.refuse",
  );

function allow(variables: Record<string, string>) {
  Object.assign(process.env, variables);
  resetEnv();
  forgetSpending();
}

const UNLIMITED = { MUNIMENT_SEARCHES_PER_MINUTE: "0", MUNIMENT_MESSAGES_PER_HOUR: "0" };
beforeEach(() => allow(UNLIMITED));
afterAll(() => {
  for (const name of Object.keys(UNLIMITED)) delete process.env[name];
  resetEnv();
});

describe("what one operator may ask and be shown", () => {
  it("refuses a search too many, says when there is room again, and tells the trail once", async () => {
    allow({ MUNIMENT_SEARCHES_PER_MINUTE: "2" });
    const first = await searchMetadata(grant, asked("kind:text"));
    await searchMetadata(grant, asked("kind:file"));
    const refused = async (criteria: SearchCriteria) =>
      searchMetadata(grant, criteria).then(
        () => null,
        (error: unknown) => error as ConsoleError,
      );
    const error = await refused(asked("kind:text"));
    expect(error).toBeInstanceOf(ConsoleError);
    expect(error).toMatchObject({ code: "over-budget", details: { reason: "budget-searches" } });
    expect(error?.details.retryAfterSeconds).toBeGreaterThan(0);
    expect(error?.details.retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(await refused(asked("kind:file"))).toMatchObject({ code: "over-budget" });
    expect(await refusals()).toMatchObject([
      { phase: "refused", subject: "searches", details: { most: 2, seconds: 60 } },
    ]);
    // The next page of what was asked is no new question, and another operator has a budget of their own.
    expect(first.next).not.toBeNull();
    const next = await searchMetadata(grant, asked("kind:text", { before: first.next }));
    expect(next.hits.length).toBeGreaterThan(0);
    const other = testGrant("search.metadata", ["support"], "somebody-else");
    expect((await searchMetadata(other, asked("kind:text"))).hits).not.toEqual([]);
  });

  it("shows no more words than a person may see in an hour", async () => {
    allow({ MUNIMENT_MESSAGES_PER_HOUR: "2" });
    const reader = testGrant("search.text", ["compliance"]);
    const request = { host: null, user: null, reason: "as many as one may see" } as const;
    const reading = await openReveal(testGrant("archive.read", ["compliance"]), request);
    const page = await searchMessages(reader, [reading], asked("kind:text"));
    expect(page.hits).toHaveLength(2);
    await expect(searchMessages(reader, [reading], asked("kind:text"))).rejects.toMatchObject({
      code: "over-budget",
      details: { reason: "budget-messages" },
    });
    expect(await refusals()).toMatchObject([{ subject: "messages" }, { subject: "searches" }]);
  });
});
