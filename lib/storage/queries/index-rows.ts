import "server-only";
import { type AdviceContext, judge, judgeMissing } from "../advice/advise";
import type { Expected } from "../advice/expected";
import type { IndexAdvice, RelationOf } from "../database-views";
import { dropStatement, reindexStatement } from "../maintenance/statements";
import { quoteName } from "../quote";
import type { IndexFact } from "./index-facts";
import type { MissingOfOurs } from "./our-indexes";
import { qualified } from "./tables";

/** An index that is there, with what to think of it. */
export function present(
  fact: IndexFact,
  table: string,
  of: RelationOf,
  context: AdviceContext,
): IndexAdvice {
  const target = qualified(fact.schema, fact.name);
  const verdict = judge(fact, context);
  return {
    ...{ name: fact.name, target, table, of, columns: fact.columns, unique: fact.unique },
    ...{ bytes: fact.bytes, scans: fact.scans, definition: fact.definition },
    ...verdict,
    statement: statementFor(verdict.advice, target),
  };
}

function statementFor(advice: IndexAdvice["advice"], target: string): string | null {
  if (advice === "drop") return dropStatement(target);
  return advice === "rebuild" ? reindexStatement(target) : null;
}

const ABSENT = { state: "missing", bytes: null, scans: null, leanBytes: null } as const;

/** One that is expected or recommended and not there; nothing when another of its shape is. */
export function lacking(
  expected: Expected,
  table: string,
  of: RelationOf,
  context: AdviceContext,
): IndexAdvice[] {
  const verdict = judgeMissing(expected, context);
  if (!verdict) return [];
  const { name, columns, owner, use, unique } = expected;
  const definition = `create ${unique ? "unique " : ""}index concurrently ${quoteName(name)} on ${table} (${columns.map(quoteName).join(", ")})`;
  const target = `${table.slice(0, table.lastIndexOf("."))}.${quoteName(name)}`;
  const statement = verdict.advice === "create" ? definition : null;
  return [
    {
      ...ABSENT,
      ...verdict,
      name,
      target,
      columns,
      table,
      of,
      owner,
      use,
      unique,
      definition,
      statement,
    },
  ];
}

export function lackingOurs(
  { name, schema, table, ...it }: MissingOfOurs,
  of: RelationOf,
): IndexAdvice {
  // The worker makes its own; what belongs on Prosody's table is for somebody to ask for.
  const advice = it.reason === "adopt-lacks" ? "create" : "not-needed";
  return {
    ...{ ...ABSENT, ...it, name, table, of, owner: "muniment", unique: false, coveredBy: null },
    ...{ target: `${schema}.${quoteName(name)}`, columns: columnsOf(it.definition), advice },
    statement: advice === "create" ? it.definition : null,
  };
}

/** What stands in the outermost brackets, for show. */
function columnsOf(definition: string): string[] {
  const list = definition.slice(definition.indexOf("(") + 1, definition.lastIndexOf(")"));
  return list.split(/,\s*(?![^(]*\))/).map((it) => it.trim().replaceAll('"', ""));
}
