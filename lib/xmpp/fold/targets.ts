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

/** An answer may be archived this much before its message when servers hand over late. */
const LATE_SECONDS = 10;

/** The messages of an archive by the ids they can be named with, oldest first. */
export class Targets {
  private readonly entries = new Map<string, Entry[]>();

  constructor(units: readonly Unit[]) {
    for (const unit of units) this.add(unit);
  }

  private add(unit: Unit): void {
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

  private inConversation(by: Unit, id: string | null, sort: IdSort): Entry[] {
    if (id === null || by.conversation === null) return [];
    return (this.entries.get(id) ?? []).filter(
      (it) =>
        it.unit !== by &&
        it.unit.conversation === by.conversation &&
        (sort === "any" || it.sort === sort),
    );
  }

  /** All earlier ones that the id may name in the conversation of the unit that names it. */
  named(by: Unit, id: string | null, sort: IdSort): Entry[] {
    return this.inConversation(by, id, sort).filter((it) => it.unit.place < by.place);
  }

  /** A message that comes within seconds after its answer, when the id can mean nothing else. */
  late(by: Unit, id: string | null): Unit | null {
    const entries = this.inConversation(by, id, "any");
    const target = entries[0]?.unit;
    if (!target || entries.some((it) => it.unit !== target)) return null;
    const ahead = target.row.stamp - by.row.stamp;
    return target.place > by.place && ahead <= LATE_SECONDS ? target : null;
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
