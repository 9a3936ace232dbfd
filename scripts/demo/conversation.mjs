/**
 * Where a conversation takes place, and what has been said there so far. A ref is a message that
 * later lines can point to.
 */

/**
 * @typedef {import("./world.mjs").Person} Person
 * @typedef {import("./world.mjs").Room} Room
 * @typedef {object} Ref
 * @property {number} at
 * @property {Person} by
 * @property {string} resource
 * @property {string} id the `id` attribute, also the origin-id
 * @property {string} text
 * @property {string} lang
 * @property {import("./archive-log.mjs").Row | null} row the row in a room
 * @property {boolean} markable
 */

export class Conversation {
  /** @param {{ people: Person[], room?: Room | null }} place one-to-one: two people (twice the same for a note to self) */
  constructor({ people, room = null }) {
    this.people = people;
    this.room = room;
    /** Messages that count for `reply`, `react` and `moderate`. @type {Ref[]} */
    this.refs = [];
    /** @type {Map<string, Ref>} by reader: the newest message not yet marked as read */
    this.unread = new Map();
    /** Demo second of the last line. */
    this.lastAt = 0;
  }

  /** @param {Person} person */
  other(person) {
    const [a, b] = this.people;
    return /** @type {Person} */ (a === person ? b : a);
  }

  get withSelf() {
    return !this.room && this.people[0] === this.people[1];
  }

  /** N back, counting everybody's. @param {number} back 1 is the last */
  back(back) {
    return this.refs.at(-back);
  }

  /** N back among the others' messages. @param {Person} person @param {number} back */
  backOfOthers(person, back) {
    return this.refs.filter((ref) => ref.by !== person).at(-back);
  }

  /** @param {Person} person */
  ownLast(person) {
    return this.refs.filter((ref) => ref.by === person).at(-1);
  }

  /**
   * The talk pauses: some read what is open a little later, some only when they speak again.
   * @param {import("./chat.mjs").Chat} chat @param {number} at of the last line @param {import("./random.mjs").Random} random
   */
  rest(chat, at, random) {
    for (const person of this.people) {
      if (this.unread.has(person.key) && random.chance(this.room ? 0.04 : 0.5)) {
        chat.read(this, person, at + random.int(6, 600));
      }
    }
  }
}
