import "server-only";
import { bareOf } from "@/lib/xmpp/jid";
import type { StoryRow } from "@/lib/xmpp/story";
import { MAX_SATELLITES } from "../criteria";
import type { ReadRow } from "./read-rows";

/** Rows to fold, those of the page among them, and whether some had to be left out. */
export type Gathered = { rows: Map<number, ReadRow>; cut: boolean };

/** The rest of an archive, as far as ids lead into it. */
export type Reach = {
  /** Rows that refer to one of `carried` or carry one of `referred`; newest first. */
  linked(carried: string[], referred: string[], limit: number): Promise<number[]>;
  load(rowIds: number[]): Promise<ReadRow[]>;
};

/** A correction of a message that answers another one is three steps away from it; more is noise. */
const ROUNDS = 4;

/**
 * Follows ids out of a page until everything that decides about its messages is at hand: what was
 * corrected, who else carries the same id, what answers it. Two pages that meet in a message gather the
 * same rows around it, so both fold it alike, and a row is shown on exactly one of them.
 */
export async function gather(page: ReadRow[], reach: Reach): Promise<Gathered> {
  const rows = new Map(page.map((it) => [it.story.rowId, it]));
  const asked = { carried: new Set<string>(), referred: new Set<string>() };
  let budget = MAX_SATELLITES;
  let frontier = page;
  for (let round = 0; round < ROUNDS && frontier.length > 0; round += 1) {
    const links = frontier.map((it) => linksOf(it.story, round === 0));
    const carried = unasked(
      asked.carried,
      links.flatMap((it) => it.carried),
    );
    const referred = unasked(
      asked.referred,
      links.flatMap((it) => it.referred),
    );
    if (carried.length + referred.length === 0) break;
    const found = await reach.linked(carried, referred, budget + rows.size + 1);
    const fresh = found.filter((rowId) => !rows.has(rowId));
    if (fresh.length > budget)
      return { rows: await add(rows, reach, fresh.slice(0, budget)), cut: true };
    frontier = fresh.length > 0 ? await reach.load(fresh) : [];
    for (const it of frontier) rows.set(it.story.rowId, it);
    budget -= frontier.length;
  }
  return { rows, cut: false };
}

async function add(rows: Gathered["rows"], reach: Reach, rowIds: number[]) {
  for (const it of await reach.load(rowIds)) rows.set(it.story.rowId, it);
  return rows;
}

const NEVER_REFERRED_TO = new Set(["receipt", "marker", "reaction"]);

/** Quotes are followed for the page alone: a quoted message's own quote is shown nowhere. */
function linksOf(row: StoryRow, ofPage: boolean): { carried: string[]; referred: string[] } {
  const { facts } = row;
  if (!facts) return { carried: [row.archiveId], referred: [] };
  const own = NEVER_REFERRED_TO.has(facts.kind) ? [] : [row.archiveId, facts.id, facts.originId];
  const targets = [facts.targetId, facts.call?.id ?? null];
  // The second row of a note to self carries the same id (mod_mam stores it twice).
  const twin = row.peer !== null && row.peer === bareOf(facts.from) ? [facts.id] : [];
  const quoted = ofPage ? [facts.reply?.id ?? null] : [];
  return {
    carried: present([...own, ...targets]),
    referred: present([...targets, ...twin, ...quoted]),
  };
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id): id is string => id !== null && id !== "");
}

function unasked(asked: Set<string>, ids: string[]): string[] {
  const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
  for (const id of fresh) asked.add(id);
  return fresh;
}
