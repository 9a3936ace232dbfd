import { beforeAll, describe, expect, it } from "vitest";
import { openReveal } from "@/lib/auth/reading";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import type { StanzaFacts } from "@/lib/xmpp/facts";
import { readPosition } from "../cursor";
import { readEverything, type WholeArchive } from "../testing/brute-force";
import { listConversations } from "./conversations";
import { getHistogram } from "./histogram";
import { browseMessage, findMessageOwner } from "./message";
import { getOwner } from "./owner";
import { listOwners } from "./owners";
import { browseTranscript, readTranscript } from "./transcript";

const grant = testGrant("archive.browse", ["support"]);
const read = testGrant("archive.read", ["compliance"]);

/** Everything in a stanza that somebody wrote for somebody to read. */
function wordsIn(facts: StanzaFacts | null, value: string): string[] {
  if (!facts) return [value];
  const { body, subject, spoiler, reactions, files, invite, error, moderation, otherBodies } =
    facts;
  const written = [
    body,
    subject,
    spoiler,
    ...reactions,
    ...files.flatMap((it) => [it.name, it.url, it.description]),
    invite?.reason,
    error?.text,
    moderation?.reason,
    ...otherBodies.map((it) => it.text),
    value,
  ];
  return written.filter((it): it is string => Boolean(it?.trim()));
}

/** Every string of an answer, keys aside. */
function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) {
    for (const it of Object.values(value)) yield* stringsOf(it);
  }
}

/** Shorter words are bound to be part of an id; these must not be a whole value. */
const SHORT = 6;

function leaks(answer: unknown, words: Set<string>, allowed: Set<string>): string[] {
  const json = JSON.stringify(answer);
  const whole = new Set(stringsOf(answer));
  return [...words].filter((word) => {
    if (allowed.has(word)) return false;
    if (word.length < SHORT) return whole.has(word);
    return json.includes(JSON.stringify(word).slice(1, -1)) || json.includes(word);
  });
}

describe.each([
  { fixture: "prosody-0.12", indexed: true },
  { fixture: "reference", indexed: false },
] as const)("closed answers of $fixture", ({ fixture, indexed }) => {
  const database = useTestDatabase({ fixture, indexed });
  let archives: WholeArchive[];
  const words = new Set<string>();
  beforeAll(async () => {
    archives = await readEverything(database.superuser(), fixture === "reference");
    for (const { rows } of archives) {
      for (const { story, value } of rows) {
        for (const word of wordsIn(story.facts, value)) words.add(word);
      }
    }
  });

  /** JIDs and nicks are who, not what; a body that is nothing else says nothing new. */
  const parties = () => {
    const known = new Set<string>();
    for (const { host, user, rows } of archives) {
      known.add(host).add(user).add(`${user}@${host}`);
      for (const { story } of rows) {
        for (const jid of [story.facts?.from, story.facts?.to, story.peer]) {
          if (jid) for (const part of [jid, ...jid.split(/[@/]/)]) known.add(part);
        }
      }
    }
    return known;
  };

  it("know thousands of texts to look for", () => {
    expect(words.size).toBeGreaterThan(5_000);
  });

  it("are told apart from open ones by this very search", async () => {
    const { host, user } = archives[0]!;
    const reading = await openReveal(read, { host, user, reason: "to prove the search" });
    const place = { kind: "newest" } as const;
    const criteria = { host, user, peer: null, limit: 200, place };
    const open = await readTranscript(read, reading, criteria);
    expect(leaks(open, words, parties()).length).toBeGreaterThan(50);
  });

  it("hold no byte of any of them in transcripts", async () => {
    const allowed = parties();
    for (const archive of archives) {
      let place: Parameters<typeof browseTranscript>[1]["place"] = { kind: "newest" };
      for (;;) {
        const { host, user } = archive;
        const page = await browseTranscript(grant, { host, user, peer: null, limit: 500, place });
        expect(page.reading).toBeNull();
        expect(leaks(page, words, allowed)).toEqual([]);
        if (page.older === null) break;
        place = { kind: "before", position: readPosition(page.older) };
      }
    }
  });

  const browseRow = async (rowId: number) =>
    browseMessage(grant, await findMessageOwner(grant, rowId));

  it("hold none in conversations, owners, histograms and single messages", async () => {
    const allowed = parties();
    for (const { host, user, rows } of archives) {
      // Without the index on the row id each of them is a scan in the reference layout.
      const picked = rows
        .filter((_, at) => at % (indexed ? 40 : 1_000) === 0)
        .map((it) => it.story.rowId);
      const answers: unknown[] = [
        await listConversations(grant, { host, user, limit: 200 }),
        await getHistogram(grant, { host, user, peer: null, zone: "UTC", from: null, to: null }),
        await getOwner(grant, { host, user }),
        ...(await Promise.all(picked.map(browseRow))),
      ];
      for (const answer of answers) expect(leaks(answer, words, allowed)).toEqual([]);
    }
    const question = { host: null, filter: "", sort: "rows", after: null, limit: 200 } as const;
    expect(leaks(await listOwners(grant, question), words, allowed)).toEqual([]);
  });
});
