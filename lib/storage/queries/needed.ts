import "server-only";
import type { Sql } from "postgres";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { IndexReason } from "../advice/words";
import type { IndexAdvice, TableCare } from "../database-views";
import { analyzeStatement, vacuumStatement } from "../maintenance/statements";
import type { Work } from "../maintenance-schema";
import { readIndexReport } from "./indexes";
import { readCare } from "./relations";

export type NeededWork = {
  what: Work;
  target: string;
  reason: "dead-rows" | "changed-rows" | "never-analysed" | IndexReason;
  /** Dead, or changed since the last ANALYZE; null: it is about an index. */
  rows: number | null;
  statement: string;
};

/** Less than this is not worth the work; the shares are half of what autovacuum waits for. */
const WORTH_ROWS = 1_000;
const DEAD_SHARE = 0.1;
const CHANGED_SHARE = 0.05;

/** What the tables and indexes need now, in the order in which it is best done. Empty: nothing. */
export async function listNeededWork(_grant: Grant<"storage.read">): Promise<NeededWork[]> {
  const { interactive: sql } = pools();
  const layout = await archiveLayout();
  const [care, { indexes }] = await Promise.all([
    readCareOfLarge(sql, layout),
    readIndexReport(sql),
  ]);
  return neededWork(indexes, care);
}

/** The tables that grow with the archive. */
export function readCareOfLarge(sql: Sql, layout: Layout): Promise<TableCare[]> {
  const { table, mapTable } = layout;
  return readCare(sql, layout, [table, ...(mapTable ? [mapTable] : []), "console.message"]);
}

export function neededWork(indexes: IndexAdvice[], care: TableCare[]): NeededWork[] {
  return [...indexes.flatMap(indexWork), ...care.flatMap(tableWork)];
}

function tableWork({
  table,
  liveRows,
  deadRows,
  changedRows,
  lastAnalyze,
}: TableCare): NeededWork[] {
  const work: NeededWork[] = [];
  if (deadRows >= Math.max(WORTH_ROWS, DEAD_SHARE * liveRows)) {
    const statement = vacuumStatement(table);
    work.push({ what: "vacuum", target: table, reason: "dead-rows", rows: deadRows, statement });
  }
  const never = lastAnalyze === null && liveRows + changedRows >= WORTH_ROWS;
  if (never || changedRows >= Math.max(WORTH_ROWS, CHANGED_SHARE * liveRows)) {
    const reason = never ? "never-analysed" : "changed-rows";
    const statement = analyzeStatement(table);
    work.push({ what: "analyze", target: table, reason, rows: changedRows, statement });
  }
  return work;
}

const INDEX_WORK: Partial<Record<IndexAdvice["advice"], Work>> = {
  create: "create-index",
  rebuild: "reindex",
  drop: "drop-index",
};

function indexWork({ advice, target, reason, statement }: IndexAdvice): NeededWork[] {
  const what = INDEX_WORK[advice];
  return what && statement !== null ? [{ what, target, reason, rows: null, statement }] : [];
}
