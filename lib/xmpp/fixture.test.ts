import { describe, expect, test } from "vitest";
import { type FixtureRow, readFixtureRows } from "@/lib/testing/fixture-rows";
import { HOSTILE } from "@/scripts/demo/hostile.mjs";
import type { StanzaFacts } from "./facts";
import type { MessageKind } from "./kinds";
import { readStanza } from "./read-stanza";
import { segments } from "./visible-text";

const STORES = ["archive", "muc_log", "offline"];
const rows = readFixtureRows().filter((it) => STORES.includes(it.store));
const read = rows.map((row) => ({ row, ...readStanza(row.value) }));

/**
 * Counted apart from this code: the rows grouped by the names and namespaces of their payloads with
 * Python's ElementTree, the groups put to kinds by hand from the lab's traffic.py.
 */
const COUNTS: Record<string, Partial<Record<MessageKind, number>>> = {
  archive: {
    text: 4756,
    receipt: 3093,
    marker: 2273,
    reaction: 438,
    encrypted: 400,
    correction: 249,
    file: 8,
    call: 8,
    retraction: 4,
    invite: 4,
    payload: 2,
    subject: 2,
    error: 1,
  },
  muc_log: {
    text: 1035,
    reaction: 108,
    marker: 2,
    moderation: 2,
    encrypted: 1,
    file: 1,
    correction: 1,
  },
  offline: { text: 22, encrypted: 1 },
};

function find(id: string, of: (row: FixtureRow) => boolean = () => true): StanzaFacts {
  const found = read.find((it) => it.facts?.id === id && of(it.row));
  if (!found?.facts) throw new Error(`No message ${id} in the fixture`);
  return found.facts;
}

describe("every row of a message store", () => {
  test("is read without a problem", () => {
    expect(rows).toHaveLength(12_411);
    expect(read.filter((it) => it.problem !== null || it.facts === null)).toEqual([]);
  });

  test.each(Object.entries(COUNTS))("has its kind in %s", (store, expected) => {
    const counts: Partial<Record<MessageKind, number>> = {};
    for (const { row, facts } of read) {
      if (row.store !== store || !facts) continue;
      counts[facts.kind] = (counts[facts.kind] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });

  test("comes from or goes to the owner of its archive", () => {
    const strangers = read.filter(({ row, facts }) => {
      const owner = `${row.user}@${row.host}`;
      return ![facts?.from, facts?.to].some((it) => it?.split("/", 1)[0] === owner);
    });
    expect(strangers).toEqual([]);
  });

  test("is read as far as it goes when cut anywhere", () => {
    for (const { row, facts } of read.filter((_, index) => index % 97 === 0)) {
      for (const share of [0.1, 0.35, 0.6, 0.9]) {
        const cut = row.value.slice(0, Math.floor(row.value.length * share));
        const partial = readStanza(cut, { truncated: true });
        if (partial.facts?.body != null) expect(facts?.body).toContain(partial.facts.body);
      }
    }
  });
});

describe("hostile bodies", () => {
  test.each(HOSTILE.map((body, index) => ({ index, body })))(
    "number $index is read unchanged in both archives",
    ({ index, body }) => {
      for (const user of ["alice", "bob"]) {
        expect(find(`hostile-${index}`, (it) => it.user === user).body).toBe(body);
      }
      expect(
        segments(body)
          .map((it) => it.text)
          .join(""),
      ).toBe(body);
    },
  );

  test.each([5_000, 60_000, 240_000])("the body of long-%i is whole", (size) => {
    const text = "Lorem ipsum дольор 漢字 😀 ".repeat(Math.floor(size / 40));
    expect(find(`long-${size}`).body).toBe(text);
  });

  test("character references and CDATA are text; CR reads as LF, as XML says", () => {
    expect(find("charrefs").body).toBe("cr\nlf\ntab\tnbsp\u00a0end");
    expect(find("cdata").body).toBe("<b>cdata & co</b>");
  });
});
