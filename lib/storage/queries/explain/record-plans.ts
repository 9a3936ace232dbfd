import "server-only";
import type { Sql } from "postgres";

export type RawPlan = { text: string; plan: unknown };

type Lazy = PromiseLike<unknown> & { then: PromiseLike<unknown>["then"] };

/**
 * A pool that notes the plan of every statement before it runs it: the functions of a page do not know, so
 * what is explained is what the page sends. A fragment never runs by itself, so it is never explained.
 */
export function recordPlans(sql: Sql, analyze: boolean): { sql: Sql; plans: RawPlan[] } {
  const plans: RawPlan[] = [];
  const options = sql.unsafe(
    analyze ? "(analyze, buffers, format json)" : "(verbose false, format json)",
  );
  const recorded = new Proxy(sql, {
    apply(target, self, args: unknown[]) {
      const made: unknown = Reflect.apply(target, self, args);
      // sql("name") and sql(values) are no statements.
      if (!isTemplate(args[0])) return made;
      const query = made as Lazy;
      const run = query.then.bind(query);
      const then: Lazy["then"] = (fulfilled, rejected) =>
        explain(query)
          .then(() => run())
          .then(fulfilled, rejected);
      // biome-ignore lint/suspicious/noThenProperty: a query of postgres.js is one; this is where it begins to run
      return Object.defineProperty(query, "then", { value: then });
    },
  });
  const explain = async (query: Lazy) => {
    // A query that stands in another one is sent as its text: postgres.js does not run it.
    const rows = await sql<{ "QUERY PLAN": unknown }[]>`explain ${options} ${query as never}`;
    const text = (rows as unknown as { statement: { string: string } }).statement.string;
    plans.push({ text: withoutExplain(text), plan: rows[0]?.["QUERY PLAN"] });
  };
  return { sql: recorded, plans };
}

function isTemplate(value: unknown): boolean {
  return Array.isArray(value) && "raw" in value;
}

function withoutExplain(text: string): string {
  return text
    .replace(/^explain \([^)]*\) /, "")
    .replace(/\n\s+/g, "\n  ")
    .trim();
}
