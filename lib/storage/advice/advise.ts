import type { IndexOwner, IndexState, IndexVerdict } from "../database-views";
import type { IndexFact } from "../queries/index-facts";
import type { Expected } from "./expected";
import { leanBytes } from "./lean";
import type { IndexReason, IndexUse } from "./words";

export type Verdict = {
  owner: IndexOwner;
  state: IndexState;
  advice: IndexVerdict;
  reason: IndexReason;
  use: IndexUse | null;
  coveredBy: string | null;
  leanBytes: number | null;
};

/** What is ours among the indexes: by name, whatever the table. */
export type Ours = ReadonlyMap<string, IndexUse>;

export type AdviceContext = {
  /** Of this table. */
  expected: readonly Expected[];
  ours: Ours;
  /** Missing here, but advised to be created before anything of the guide's: Prosody's and ours. */
  awaited: readonly { name: string; columns: readonly string[] }[];
  /** All indexes of this table. */
  facts: readonly IndexFact[];
  /** For how long scans have been counted, at least. */
  countedDays: number;
};

/** Two weeks see a weekly report; a monthly one may still come. */
const ENOUGH_DAYS = 14;
/** An index twice as large as it need be, if that is worth the work. */
const SWOLLEN = 2;
const WORTH_BYTES = 32 * 1024 * 1024;

type Thought = Pick<Verdict, "state" | "advice" | "reason"> & { coveredBy?: string };

/** What to think of an index that is there. */
export function judge(fact: IndexFact, context: AdviceContext): Verdict {
  const match = expectedOf(fact, context);
  const owner = ownerOf(fact, match, context);
  const use = context.ours.get(fact.name) ?? match?.use ?? null;
  const lean = leanBytes(fact);
  const removable = (owner === "guide" || owner === "other") && !fact.constraint;
  const thought: Thought = fact.valid
    ? (superfluous(fact, match, removable, context) ??
      swollen(fact, lean) ??
      kept(fact, owner, context))
    : unfinished(fact, removable);
  return { owner, use, leanBytes: lean, coveredBy: null, ...thought };
}

function unfinished(fact: IndexFact, removable: boolean): Thought {
  if (fact.building) return { state: "invalid", advice: "keep", reason: "being-built" };
  return removable || /_cc(new|old)\d*$/.test(fact.name)
    ? { state: "invalid", advice: "drop", reason: "leftover" }
    : { state: "invalid", advice: "rebuild", reason: "not-built" };
}

/** Another one does its work, or nothing ever asks for what it offers. */
function superfluous(
  fact: IndexFact,
  match: Expected | null,
  removable: boolean,
  context: AdviceContext,
): Thought | null {
  const twin = fact.unique ? null : coverOf(fact, context);
  if (twin && isSupersededMap(fact, twin)) {
    return { state: "duplicate", advice: "drop", reason: "superseded", coveredBy: twin.name };
  }
  if (twin && removable) {
    const reason = twin.columns.length === fact.columns.length ? "same" : "prefix";
    return { state: "duplicate", advice: "drop", reason, coveredBy: twin.name };
  }
  if (!removable || match?.worthwhile !== false) return null;
  return { state: fact.scans === 0 ? "unused" : "present", advice: "drop", reason: "never-helps" };
}

function swollen({ bytes }: IndexFact, lean: number | null): Thought | null {
  const worth = lean !== null && bytes > SWOLLEN * lean && bytes - lean > WORTH_BYTES;
  return worth ? { state: "present", advice: "rebuild", reason: "swollen" } : null;
}

function kept(fact: IndexFact, owner: IndexOwner, { countedDays }: AdviceContext): Thought {
  if (owner === "other" && !fact.unique && fact.scans === 0) {
    return countedDays >= ENOUGH_DAYS
      ? { state: "unused", advice: "drop", reason: "never-used" }
      : { state: "unused", advice: "keep", reason: "too-early" };
  }
  if (fact.unique) return { state: "present", advice: "keep", reason: "unique" };
  return { state: "present", advice: "keep", reason: owner === "other" ? "used" : "needed" };
}

export type MissingVerdict = Pick<Verdict, "advice" | "reason" | "coveredBy">;

/** What to think of an index that is recommended and not there; null: something like it is. */
export function judgeMissing(expected: Expected, context: AdviceContext): MissingVerdict | null {
  const { facts } = context;
  if (facts.some((it) => it.name === expected.name || isSame(it, expected))) return null;
  if (expected.owner === "prosody") {
    return { advice: "create", reason: "prosody-lacks", coveredBy: null };
  }
  if (!expected.worthwhile) return { advice: "not-needed", reason: "never-helps", coveredBy: null };
  const cover =
    facts.find((it) => it.valid && begins(it, expected.columns)) ??
    context.awaited.find((it) => expected.columns.every((name, at) => it.columns[at] === name));
  return cover
    ? { advice: "not-needed", reason: "covered", coveredBy: cover.name }
    : { advice: "create", reason: "guide-lacks", coveredBy: null };
}

function expectedOf(fact: IndexFact, { expected }: AdviceContext): Expected | null {
  const columns = fact.columns.join();
  const byName = expected.find(
    (it) => it.owner === "prosody" && it.name === fact.name && it.columns.join() === columns,
  );
  return byName ?? expected.find((it) => isSame(fact, it)) ?? null;
}

function ownerOf(fact: IndexFact, match: Expected | null, { ours, expected }: AdviceContext) {
  if (ours.has(fact.name)) return "muniment";
  const named = expected.find((it) => it.name === fact.name);
  // An index of the guide under Prosody's columns is still the operator's own.
  if (match?.owner === "prosody" && named !== match) return "guide";
  return match?.owner ?? named?.owner ?? "other";
}

function isSame(fact: IndexFact, { columns, unique }: Expected): boolean {
  return (
    fact.method === "btree" &&
    fact.plain &&
    (fact.unique || !unique) &&
    fact.columns.join() === columns.join()
  );
}

function begins(fact: IndexFact, columns: readonly string[]): boolean {
  return (
    fact.method === "btree" &&
    fact.plain &&
    columns.every((column, place) => fact.columns[place] === column)
  );
}

/** Another valid index that answers whatever this one does, the best known first. Of two alike, one stays. */
function coverOf(fact: IndexFact, context: AdviceContext): IndexFact | null {
  if (fact.method !== "btree" || !fact.plain) return null;
  const stays = (it: IndexFact) => {
    const [a, b] = [rankOf(it, context), rankOf(fact, context)];
    return it.columns.length > fact.columns.length || a > b || (a === b && it.name < fact.name);
  };
  const covers = context.facts.filter(
    (it) => it.oid !== fact.oid && it.valid && begins(it, fact.columns) && stays(it),
  );
  return covers.sort((a, b) => rankOf(b, context) - rankOf(a, context))[0] ?? null;
}

/** Prosody's and ours are made again when they are dropped, and unique ones are more than an index. */
function rankOf(fact: IndexFact, { ours, expected }: AdviceContext): number {
  const made =
    ours.has(fact.name) || expected.some((it) => it.name === fact.name && it.owner === "prosody");
  return Number(made) * 2 + Number(fact.unique);
}

/** What 0.12 makes at each start beside what 13 made; 13 drops it by itself, and sometimes could not. */
function isSupersededMap(fact: IndexFact, twin: IndexFact): boolean {
  return fact.table === "prosody" && !fact.unique && twin.unique;
}
