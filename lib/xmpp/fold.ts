import { foldMarker, foldReaction, foldReceipt, type ReactionSenders } from "./fold/answers";
import { Calls, callOf } from "./fold/calls";
import { foldCorrection, foldRetraction } from "./fold/edits";
import { foldModeration, ownEnd } from "./fold/moderation";
import { findReply, finishReply, type PendingReply } from "./fold/replies";
import { Targets } from "./fold/targets";
import { wordsOf } from "./fold/text";
import { byPlace, toUnits, type Unit } from "./fold/unit";
import type { MessageKind } from "./kinds";
import type { Archive, Story, StoryRow } from "./story";

/**
 * Folds rows of one archive into messages with their life: corrections, retractions, moderation,
 * reactions, replies, receipts, markers, calls. Rows may come in any order; stories come by (stamp,
 * rowId) of their first row, and every row is in exactly one. A row whose target is not among the rows,
 * or not beyond doubt, stands for itself. Never throws. Linear in the number of rows while ids differ.
 */
export function foldStories(archive: Archive, rows: readonly StoryRow[]): Story[] {
  const units = toUnits(archive, rows);
  const fold = new Fold(archive, units);
  for (const unit of units) fold.add(unit);
  return fold.finish();
}

/** What is sent by others than the author, and may overtake the message on its way. */
const OVERTAKING: ReadonlySet<MessageKind> = new Set<MessageKind>([
  "reaction",
  "receipt",
  "marker",
]);

class Fold {
  private readonly stories: Story[] = [];
  private readonly targets: Targets;
  private readonly calls = new Calls();
  private readonly replies: PendingReply[] = [];
  private readonly reactionSenders: ReactionSenders = new Map();
  private readonly waiting = new Map<Unit, Unit[]>();

  constructor(
    private readonly archive: Archive,
    units: readonly Unit[],
  ) {
    this.targets = new Targets(units);
  }

  /** Oldest first. */
  add(unit: Unit): void {
    if (!this.foldInto(unit)) {
      const later = this.overtaken(unit);
      if (later) {
        this.waiting.set(later, [...(this.waiting.get(later) ?? []), unit]);
        return;
      }
      this.begin(unit);
    }
    this.fetchWaiting(unit);
  }

  private overtaken(unit: Unit): Unit | null {
    const { facts } = unit.row;
    if (!facts || !OVERTAKING.has(facts.kind)) return null;
    return this.targets.late(unit, facts.targetId);
  }

  private fetchWaiting(target: Unit): void {
    for (const unit of this.waiting.get(target) ?? []) {
      unit.place = target.place + 0.5;
      this.add(unit);
    }
  }

  finish(): Story[] {
    for (const story of this.stories) settleText(story);
    for (const reply of this.replies) finishReply(reply);
    return this.stories.sort((a, b) => byPlace(a.row, b.row));
  }

  private foldInto(unit: Unit): boolean {
    switch (unit.row.facts?.kind) {
      case "correction":
        return foldCorrection(unit, this.targets);
      case "retraction":
        return foldRetraction(unit, this.targets);
      case "moderation":
        return foldModeration(this.archive, unit, this.targets);
      case "reaction":
        return foldReaction(unit, this.targets, this.reactionSenders);
      case "receipt":
        return foldReceipt(unit, this.targets);
      case "marker":
        return foldMarker(unit, this.targets);
      case "call":
        return this.calls.fold(unit);
      default:
        return false;
    }
  }

  private begin(unit: Unit): void {
    const { row, sender } = unit;
    const story: Story = {
      row,
      sender: sender.party,
      own: sender.own,
      text: wordsOf(row.facts),
      versions: [],
      ...ownEnd(this.archive, unit),
      reactions: [],
      reply: null,
      receipts: [],
      markers: [],
      claims: [],
      call: callOf(unit),
      rowIds: [...unit.rowIds],
    };
    unit.story = story;
    this.stories.push(story);
    const reply = findReply(unit, this.targets);
    if (reply) this.replies.push(reply);
  }
}

/** The latest version counts; the first one joins the list only when there is another. */
function settleText(story: Story): void {
  const latest = story.versions.at(-1);
  if (!latest) return;
  const { rowId, stamp, facts } = story.row;
  const encrypted = facts?.encryption ? { encrypted: true } : {};
  story.versions.unshift({ rowId, stamp, text: story.text ?? "", ...encrypted });
  story.text = latest.encrypted ? null : latest.text;
}
