import type { Hit, HitLine } from "@/lib/search/views";

export type SetLine = { line: HitLine; hit: Hit | null };

/** Neighbouring hits with the lines around them, oldest line first. */
export type HitSet = { key: number; lines: SetLine[] };

export type HitGroup = {
  key: string;
  owner: Hit["owner"];
  peer: string | null;
  peerName: string | null;
  hits: number;
  sets: HitSet[];
};

/**
 * The hits of a page by conversation: groups in the order of their first hit, hits of a group in the
 * order given. Hits whose lines meet stand in one set, so that no line is shown twice.
 */
export function groupHits(hits: readonly Hit[]): HitGroup[] {
  const groups = new Map<string, { group: HitGroup; open: Map<number, SetLine> | null }>();
  for (const hit of hits) {
    const { owner, peer, peerName } = hit;
    const key = `${owner.isRoom ? "room" : "person"} ${owner.jid} ${peer ?? ""}`;
    let entry = groups.get(key);
    if (!entry) {
      entry = { group: { key, owner, peer, peerName, hits: 0, sets: [] }, open: null };
      groups.set(key, entry);
    }
    entry.group.hits += 1;
    if (!entry.open || !meets(entry.open, hit)) {
      entry.open = new Map();
      entry.group.sets.push({ key: hit.line.message.rowId, lines: [] });
    }
    add(entry.open, hit);
    entry.group.sets.at(-1)!.lines = [...entry.open.values()].sort(byTime);
  }
  return [...groups.values()].map((it) => it.group);
}

function linesOf({ before, line, after }: Hit): HitLine[] {
  return [before, line, after].filter((it) => it !== null);
}

function meets(open: ReadonlyMap<number, SetLine>, hit: Hit): boolean {
  return linesOf(hit).some((it) => open.has(it.message.rowId));
}

function add(open: Map<number, SetLine>, hit: Hit): void {
  for (const line of linesOf(hit)) {
    const { rowId } = line.message;
    const isHit = line === hit.line;
    if (isHit || !open.has(rowId)) open.set(rowId, { line, hit: isHit ? hit : null });
  }
}

function byTime({ line: a }: SetLine, { line: b }: SetLine): number {
  return a.message.stamp - b.message.stamp || a.message.rowId - b.message.rowId;
}
