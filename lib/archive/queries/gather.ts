import "server-only";
import { bareOf } from "@/lib/xmpp/jid";
import type { StoryRow } from "@/lib/xmpp/story";
import { MAX_SATELLITES } from "../criteria";
import type { ReadRow } from "./read-rows";

/** Rows to fold, those of the page among them, and whether some had to be left out. */
export type Gathered = { rows: Map<number, ReadRow>; cut: boolean };

/** What ids lead to. */
export type Linked = {
  /** Row ids by why they belong: they carry an id that is referred to, or refer to one that is carried. */
  carriers: number[];
  satellites: number[];
  /** Those that were not known, read. */
  fresh: ReadRow[];
};

/** The rest of an archive, as far as ids lead into it. */
export type Reach = {
  /** Carriers before satellites, then newest first, together at most `limit`. */
  linked(question: {
    carried: string[];
    referred: string[];
    known: number[];
    limit: number;
  }): Promise<Linked>;
};

/** A receipt for a correction of an answered message is three steps away from it; more is noise. */
const ROUNDS = 4;

/**
 * Follows ids out of a page until everything that decides about its messages is at hand: what a row
 * refers to and who else carries that id, so that both pages decide alike where it belongs; and what
 * refers to the messages of the page, to be folded into them. A message elsewhere that only takes a row
 * of this page away is not followed to its own answers: they are shown there.
 */
export async function gather(page: ReadRow[], reach: Reach): Promise<Gathered> {
  const gathered: Gathered = { rows: new Map(page.map((it) => [it.story.rowId, it])), cut: false };
  const asked = { carried: new Set<string>(), referred: new Set<string>() };
  const followed = new Set(gathered.rows.keys());
  const quoted = new Set(page.flatMap((it) => it.story.facts?.reply?.id ?? []));
  let frontier = page;
  for (let round = 0; round < ROUNDS && frontier.length > 0 && !gathered.cut; round += 1) {
    const carried = frontier.filter((it) => followed.has(it.story.rowId)).flatMap(carriedBy);
    const referred = [...frontier.flatMap(referredBy), ...(round === 0 ? quoted : [])];
    const question = [unasked(asked.carried, carried), unasked(asked.referred, referred)] as const;
    if (question[0].length + question[1].length === 0) break;
    const room = MAX_SATELLITES - (gathered.rows.size - page.length);
    const { carriers, satellites } = await step(reach, gathered, question, room);
    for (const it of carriers)
      if (idsOf(it.story).some((id) => quoted.has(id))) satellites.push(it);
    const known = satellites.filter((it) => !followed.has(it.story.rowId));
    for (const it of known) followed.add(it.story.rowId);
    frontier = [...new Set([...known, ...carriers])];
  }
  return gathered;
}

type Step = { carriers: ReadRow[]; satellites: ReadRow[] };

/** Loads what is new. Where there is too much the newest satellites stay, and every carrier. */
async function step(
  reach: Reach,
  gathered: Gathered,
  [carried, referred]: readonly [string[], string[]],
  room: number,
): Promise<Step> {
  const { rows } = gathered;
  const known = [...rows.keys()];
  const found = await reach.linked({ carried, referred, known, limit: rows.size + room + 1 });
  if (found.fresh.length > room) gathered.cut = true;
  const loaded = found.fresh.slice(0, room);
  for (const it of loaded) rows.set(it.story.rowId, it);
  const of = (ids: number[]) => ids.flatMap((id) => rows.get(id) ?? []);
  const news = new Set(loaded);
  return {
    carriers: of(found.carriers).filter((it) => news.has(it)),
    satellites: of(found.satellites),
  };
}

const NEVER_REFERRED_TO = new Set(["receipt", "marker", "reaction"]);

/** The ids a row can be named with. */
function idsOf({ archiveId, facts }: StoryRow): string[] {
  return present([archiveId, facts?.id ?? null, facts?.originId ?? null]);
}

/** What others may refer to; the steps of a call name the call. */
function carriedBy({ story }: ReadRow): string[] {
  const { facts } = story;
  if (facts && NEVER_REFERRED_TO.has(facts.kind)) return [];
  return [...idsOf(story), ...present([facts?.call?.id ?? null])];
}

function referredBy({ story: { facts, peer } }: ReadRow): string[] {
  // The second row of a note to self carries the same id (mod_mam stores it twice).
  const twin = facts && peer !== null && peer === bareOf(facts.from) ? facts.id : null;
  return present([facts?.targetId ?? null, twin]);
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id): id is string => id !== null && id !== "");
}

function unasked(asked: Set<string>, ids: string[]): string[] {
  const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
  for (const id of fresh) asked.add(id);
  return fresh;
}
