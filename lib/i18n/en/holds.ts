import { capital, countWord } from "@/lib/format/count-word";
import { formatNumber } from "@/lib/format/number";

const rows = (n: number) => (n === 1 ? "1 row" : `${formatNumber(n)} rows`);

export const holds = {
  title: "Holds",
  holdTitle: (id: number) => `Hold ${id}`,
  inForce: (n: number) => `${capital(countWord(n))} ${n === 1 ? "hold is" : "holds are"} in force`,
  promise:
    "; what is named is copied in the moment Prosody deletes or changes it, and Prosody goes on as before.",
  none: "No hold is in force. A hold keeps what it names, whatever Prosody deletes.",
  unguarded: "Prosody’s tables are not guarded",
  unguardedNote:
    "This database has not been adopted, or not by this version: run muniment adopt. Until then no hold can be placed.",
  place: "Place a hold",
  empty: "No hold was ever placed",
  emptyNote:
    "A hold is for a dispute, an inquiry, a duty to keep. It names a person, a room, a conversation or a host.",
  caption: "Holds, those in force first",
  columns: {
    number: "No.",
    on: "On",
    kind: "Kind",
    dates: "Sent",
    reason: "Reason",
    since: "In force since",
    state: "State",
  },
  kinds: { person: "person", room: "room", conversation: "conversation", host: "host" },
  with: (peer: string) => `with ${peer}`,
  whenever: "whenever",
  from: "from",
  until: "until",
  state: { active: "in force", released: "released" },
  form: {
    title: "Place a hold",
    note: "It is in force from its commit on. Prosody’s writes wait for it for a moment, at most 200 ms at a time.",
    act: "Place the hold",
    kind: "What is to be kept",
    person: "Person",
    room: "Room",
    conversation: "Between",
    host: "Host",
    peer: "and",
    jidHint: "A bare JID, such as juliet@capulet.lit.",
    fromDay: "Sent from",
    toDay: "Sent until",
    days: "Days of the zone above, both inclusive. Without them everything, also what comes.",
    reason: "Reason",
    reasonHint: "The matter, as the trail will say it.",
    keeps: {
      person:
        "Keeps the whole archive of the person in every store, and roster, blocklist and the rest. Copies in other people’s archives are not part of it.",
      room: "Keeps everything said in the room, and its configuration.",
      conversation:
        "Keeps the messages between both sides, in the archives of both where they are here.",
      host: "Keeps everything of everybody on this host.",
    },
    wholeArchives:
      "This table does not say who the other side is, so the whole archives of both are kept.",
  },
  cover: {
    label: "Now covers",
    counting: "Counting …",
    unknown: "not counted: there is no index yet",
    nothing: "nothing yet; what comes is kept all the same",
    failed: "could not be counted",
    rows,
    about: "about",
    owners: (n: number) => `of ${formatNumber(n)} ${n === 1 ? "archive" : "archives"}`,
  },
  placed: (id: number) => `Hold ${id} is in force.`,
  show: {
    on: "On",
    dates: "Sent",
    reason: "Reason",
    by: "Placed by",
    since: "In force since",
    live: "In Prosody’s tables",
    kept: "Kept from deletion",
    keptNone: "nothing was deleted or changed since",
    versions: (n: number, more: boolean) =>
      `${more ? "more than " : ""}${formatNumber(n)} ${n === 1 ? "version" : "versions"}`,
    ofWhich: (deleted: number, changed: number) =>
      `${formatNumber(deleted)} deleted, ${formatNumber(changed)} changed`,
    last: "the last one",
    back: "All holds",
    byDay: {
      title: "Kept, by day",
      caption: "Versions kept on each day, newest day first",
      day: "Day",
      deleted: "Deleted",
      changed: "Changed",
    },
    howTitle: "What a hold is worth",
    how: [
      "Every version of a row it names is copied before it is deleted or changed: by Prosody’s expiry, quotas, room destruction, deleted accounts, moderation, or by hand.",
      "Each copy has the operation, the time, the database user, the transaction and a SHA-256 of the row.",
      "Muniment’s own roles are refused instead, and nobody may TRUNCATE either table.",
      "A superuser of the database, or the owner of Prosody’s tables, can take the triggers away.",
    ],
  },
};
