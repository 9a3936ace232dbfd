import type { MessageKind } from "../kinds";
import { type Likeness, likeness } from "./sender";
import type { Unit } from "./unit";

/** Which ids may be meant: XEP-0308 and 0184 the id attribute, rooms also the archive's own. */
export type IdSort = "id" | "any" | "archiveId";

/** Rows of these kinds say something about others; nothing is said about them. */
const NO_TARGETS: ReadonlySet<MessageKind> = new Set<MessageKind>([
  "receipt",
  "marker",
  "reaction",
  "retraction",
  "error",
]);

type Entry = { unit: Unit; sort: "id" | "originId" | "archiveId" };

/** The messages met so far, by the ids they can be named with. Filled oldest first: all are earlier. */
export class Targets {
  private readonly entries = new Map<string, Entry[]>();

  add(unit: Unit): void {
    const { facts } = unit.row;
    if (facts && NO_TARGETS.has(facts.kind)) return;
    if (facts?.kind === "moderation" && !facts.moderation?.inPlace) return;
    for (const archiveId of unit.archiveIds) this.put(archiveId, { unit, sort: "archiveId" });
    if (facts?.id) this.put(facts.id, { unit, sort: "id" });
    if (facts?.originId && facts.originId !== facts.id) {
      this.put(facts.originId, { unit, sort: "originId" });
    }
  }

  private put(id: string, entry: Entry): void {
    const there = this.entries.get(id);
    if (there) there.push(entry);
    else this.entries.set(id, [entry]);
  }

  /** All that the id may name in the conversation of the unit that names it, oldest first. */
  named(by: Unit, id: string | null, sort: IdSort): Entry[] {
    if (id === null) return [];
    return (this.entries.get(id) ?? []).filter(
      (it) =>
        it.unit !== by &&
        it.unit.conversation === by.conversation &&
        by.conversation !== null &&
        (sort === "any" || it.sort === sort),
    );
  }

  /**
   * The one message meant: the nearest of those whose sender is like the namer's in the wanted way. null
   * when there is none, or when the id could mean messages of different senders or by different sorts
   * of id: a wrong fold is worse than none.
   */
  find(by: Unit, id: string | null, sort: IdSort, wanted: Likeness | "anyone"): Unit | null {
    return onlyOne(
      this.named(by, id, sort).filter(
        (it) => wanted === "anyone" || likeness(it.unit.sender, by.sender) === wanted,
      ),
    );
  }
}

/** The nearest, when all are of one sender and one sort of id. */
export function onlyOne(entries: readonly Entry[]): Unit | null {
  const last = entries.at(-1);
  if (!last) return null;
  const archived = last.sort === "archiveId";
  const agree = entries.every(
    (it) =>
      it.unit === last.unit ||
      ((it.sort === "archiveId") === archived &&
        likeness(it.unit.sender, last.unit.sender) === "same"),
  );
  return agree ? last.unit : null;
}
