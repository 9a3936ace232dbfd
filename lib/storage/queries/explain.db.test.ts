import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import type { PlanNode } from "../database-views";
import { explainPage } from "./explain";
import { PAGE_NAMES } from "./explain/pages";

const grant = testGrant("storage.read");

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

describe("Prosody's own tables", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

  test("every page's plan, with and without ANALYZE, reads no growing table from end to end", async () => {
    await database.superuser()`vacuum analyze prosodyarchive`;
    for (const page of PAGE_NAMES) {
      for (const analyze of [false, true]) {
        const plan = await explainPage(grant, { page, owner: null, analyze });
        expect(plan.statements.length, page).toBeGreaterThan(0);
        for (const { text, root, cost, executionMs } of plan.statements) {
          expect(text).toMatch(/^(select|with)/i);
          expect(cost).toBeGreaterThan(0);
          expect(executionMs === null).toBe(!analyze);
          for (const it of nodesOf(root)) {
            expect(it.share).toBeGreaterThanOrEqual(0);
            expect(it.actual === null).toBe(!analyze);
          }
        }
      }
    }
    const { statements } = await explainPage(grant, {
      page: "transcript",
      owner: null,
      analyze: true,
    });
    const indexes = statements.flatMap(({ root }) => nodesOf(root).map((it) => it.index));
    expect(indexes.some((it) => it?.startsWith("message_"))).toBe(true);
  });

  test("a plan names who was asked for", async () => {
    const owner = { host: "chat.example", user: "bob" };
    expect(await explainPage(grant, { page: "stores", owner, analyze: false })).toMatchObject({
      owner,
    });
  });
});

describe("without the projection", () => {
  useTestDatabase({ fixture: "reference" });

  test("pages that need no projection can be explained", async () => {
    const plan = await explainPage(grant, { page: "transcript", owner: null, analyze: false });
    expect(plan.statements.length).toBeGreaterThan(0);
    await expect(
      explainPage(grant, { page: "owners", owner: null, analyze: false }),
    ).rejects.toMatchObject({ details: { reason: "explain-no-index" } });
  });
});
