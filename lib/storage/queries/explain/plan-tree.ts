import type { PlanNode, PlannedStatement } from "../../database-views";
import type { RawPlan } from "./record-plans";

/** What EXPLAIN (FORMAT JSON) says of a node, as far as it is shown; the same from 13 to 18. */
type RawNode = {
  "Node Type": string;
  "Relation Name"?: string;
  Schema?: string;
  "Index Name"?: string;
  "Total Cost": number;
  "Plan Rows": number;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Actual Total Time"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: RawNode[];
} & Record<string, unknown>;

type RawExplain = { Plan: RawNode; "Planning Time"?: number; "Execution Time"?: number };

/** Conditions and order, in the order in which they are read. */
const FACTS = [
  "Index Cond",
  "Recheck Cond",
  "Filter",
  "Rows Removed by Filter",
  "Join Type",
  "Hash Cond",
  "Merge Cond",
  "Join Filter",
  "Sort Key",
  "Sort Method",
  "Group Key",
  "Strategy",
  "Heap Fetches",
  "CTE Name",
  "Subplan Name",
];

/** Tables that grow with the archive: reading one from end to end is what the pages must never do. */
const GROWING = new Set(["prosodyarchive", "message", "counted"]);

/** A plan as a tree to draw: times and costs are each node's own, without what is below it. */
export function planTree({ text, plan }: RawPlan): PlannedStatement {
  const [first] = (typeof plan === "string" ? JSON.parse(plan) : plan) as RawExplain[];
  if (!first) throw new Error("EXPLAIN gave no plan");
  const { Plan: raw } = first;
  const timed = raw["Actual Total Time"] !== undefined;
  const whole = timed ? spentIn(raw) : raw["Total Cost"];
  return {
    text,
    root: toNode(raw, timed, whole),
    cost: raw["Total Cost"],
    planningMs: first["Planning Time"] ?? null,
    executionMs: first["Execution Time"] ?? null,
  };
}

function toNode(raw: RawNode, timed: boolean, whole: number): PlanNode {
  const children = raw.Plans ?? [];
  const relation = raw["Relation Name"] ?? null;
  const own = timed
    ? spentIn(raw) - sum(children.map(spentIn))
    : raw["Total Cost"] - sum(children.map((it) => it["Total Cost"]));
  return {
    type: raw["Node Type"],
    relation,
    index: raw["Index Name"] ?? null,
    facts: FACTS.flatMap((name) => {
      const value = raw[name];
      return value === undefined || value === 0 || value === ""
        ? []
        : [{ name, value: Array.isArray(value) ? value.join(", ") : String(value) }];
    }),
    estimatedRows: raw["Plan Rows"],
    cost: raw["Total Cost"],
    actual: timed ? actualOf(raw, own) : null,
    share: whole > 0 ? Math.min(1, Math.max(0, own / whole)) : 0,
    scansAll: raw["Node Type"].endsWith("Seq Scan") && GROWING.has(relation ?? ""),
    children: children.map((child) => toNode(child, timed, whole)),
  };
}

function actualOf(raw: RawNode, ownMs: number): PlanNode["actual"] {
  const loops = raw["Actual Loops"] ?? 0;
  return {
    // Given as the mean of the rounds; PostgreSQL 18 gives it with a fraction.
    rows: Math.round((raw["Actual Rows"] ?? 0) * loops),
    loops,
    ownMs: Math.max(0, ownMs),
    hitBlocks: raw["Shared Hit Blocks"] ?? 0,
    readBlocks: raw["Shared Read Blocks"] ?? 0,
  };
}

/** Milliseconds of all rounds; the plan gives the mean. */
function spentIn(raw: RawNode): number {
  return (raw["Actual Total Time"] ?? 0) * (raw["Actual Loops"] ?? 0);
}

const sum = (numbers: number[]): number => numbers.reduce((total, it) => total + it, 0);
