import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { AdviceContext } from "../advice/advise";
import { expectedIndexes, MAP_INDEX, type MapIndexes, type TableKey } from "../advice/expected";
import type { IndexUse } from "../advice/words";
import type { IndexReport, RelationOf } from "../database-views";
import { type IndexFact, readIndexFacts } from "./index-facts";
import { lacking, lackingOurs, present } from "./index-rows";
import { missingOfOurs, useOfOurs } from "./our-indexes";
import { readStatsSince } from "./stats-since";
import { consoleTables, qualified } from "./tables";

const DAY = 86_400;

/** Every index of Prosody's two tables and of ours, and those that are recommended and missing, with advice. */
export async function getIndexReport(_grant: Grant<"storage.read">): Promise<IndexReport> {
  return readIndexReport(pools().interactive);
}

/** The same for commands and jobs, which hold a grant of another kind. */
export async function readIndexReport(sql: Sql): Promise<IndexReport> {
  const layout = await archiveLayout();
  const [statsSince, ours, missing] = await Promise.all([
    readStatsSince(sql),
    consoleTables(sql),
    missingOfOurs(sql, layout),
  ]);
  const tables = [layout.table, ...(layout.mapTable ? [layout.mapTable] : []), ...ours];
  const facts = await readIndexFacts(sql, tables);
  const expected = expectedIndexes(layout, mapIndexesOf(facts));
  const countedDays = (Date.now() / 1_000 - statsSince.surely) / DAY;
  const indexes = tables.flatMap((table) => {
    const of = relationOf(layout, table);
    const here = facts.filter((it) => qualified(it.schema, it.table) === table);
    const hopedFor = of === "console" ? [] : expected.filter((it) => keyOf(of) === it.table);
    const lackingOfOurs = missing
      .filter((it) => it.table === table)
      .map((it) => lackingOurs(it, of));
    const prosodys = hopedFor.filter((it) => it.owner === "prosody");
    const context: AdviceContext = {
      ...{ facts: here, ours: usesOf(here), expected: hopedFor, countedDays },
      awaited: [...prosodys, ...lackingOfOurs],
    };
    return [
      ...here.map((fact) => present(fact, table, of, context)),
      ...hopedFor.flatMap((it) => lacking(it, table, of, context)),
      ...lackingOfOurs,
    ];
  });
  return { layout: layout.name, statsSince: statsSince.reset, indexes };
}

function mapIndexesOf(facts: IndexFact[]): MapIndexes {
  const has = (name: string) => facts.some((it) => it.table === "prosody" && it.name === name);
  return { old: has(MAP_INDEX.old), unique: has(MAP_INDEX.unique) };
}

export function relationOf({ table, mapTable }: Layout, name: string): RelationOf {
  if (name === table) return "archive";
  return name === mapTable ? "data" : "console";
}

const keyOf = (of: RelationOf): TableKey => (of === "archive" ? "archive" : "map");

function usesOf(facts: IndexFact[]): Map<string, IndexUse> {
  return new Map(
    facts.flatMap(({ schema, name }) => {
      const use = useOfOurs(schema, name);
      return use ? [[name, use] as const] : [];
    }),
  );
}
