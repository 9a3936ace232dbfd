import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE_COMPONENTS, SAMPLE_CONFIG } from "../config/sample";
import { luaLiteral } from "./literal";
import { type ManagedSetting, readManaged, writeManaged } from "./managed";
import { readLuaConfig } from "./read";

const HOSTS = [
  { name: "a.example", kind: "host", module: null },
  { name: "rooms.a.example", kind: "component", module: "muc" },
  { name: "müller.example", kind: "host", module: null },
] as const;

const read = (bytes: Buffer) =>
  readLuaConfig("/m.lua", {
    read: (file) => {
      if (file === "/m.lua") return bytes;
      throw Object.assign(new Error("not there"), { code: "ENOENT" });
    },
    list: () => [],
  });

const word = fc
  .stringMatching(/^[a-z][a-z_]{2,12}$/)
  .filter(
    (it) =>
      !/^(and|end|for|not|nil|then|else|elseif|true|false|local|break|while|until|repeat|return|function|goto|do|if|in|or)$/.test(
        it,
      ),
  );
const value = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((it) => !/\p{Surrogate}/u.test(it)),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.constantFrom("urn:x", "http://jabber.org/protocol/chatstates"), { maxLength: 3 }),
);
const setting: fc.Arbitrary<ManagedSetting> = fc.record({
  host: fc.constantFrom("*", ...HOSTS.map((it) => it.name)),
  name: word,
  value,
});

/** A file such as people write: comments, odd spacing, expressions, several ways to say one thing. */
const written = fc
  .array(
    fc.oneof(
      fc.tuple(word, value).map(([name, it]) => `${name} = ${luaLiteral(it)}`),
      fc.tuple(word, value).map(([name, it]) => `  ${name}=${luaLiteral(it)};  -- größe \u{1f600}`),
      fc.constantFrom(
        "",
        "\t",
        "--[[ long\n comment ]]",
        "x = 86400 * 7",
        "y = os.getenv('A') or \"1y\"",
      ),
      fc.constantFrom('VirtualHost "a.example"', "Component 'rooms.a.example' 'muc' { m = 1 }"),
      fc.constantFrom(
        "if z then q = 1 end",
        "local t = { 1, 2; a = [==[ ]] ]==] }",
        'limits = { c2s = { rate = "1kb" } }',
      ),
    ),
    { maxLength: 30 },
  )
  .chain((lines) => fc.constantFrom("\n", "\r\n").map((end) => lines.join(end)));

const fixtures = path.join(import.meta.dirname, "fixtures");
const configurations = [
  ...readdirSync(fixtures).map((it) => readFileSync(path.join(fixtures, it))),
  Buffer.from(SAMPLE_CONFIG),
  Buffer.from(SAMPLE_COMPONENTS),
  ...fc.sample(written, { numRuns: 100, seed: 3 }).map((it) => Buffer.from(it)),
];

describe("a configuration that is loaded and saved unchanged", () => {
  test(`is the same bytes, ${configurations.length} times`, () => {
    for (const bytes of configurations) {
      const { options, problems } = read(bytes);
      expect(problems.filter((it) => it.code === "syntax")).toEqual([]);
      const pieces: Buffer[] = [];
      let end = 0;
      for (const option of options.toSorted((a, b) => a.start - b.start)) {
        pieces.push(
          bytes.subarray(end, option.start),
          Buffer.from(bytes.subarray(option.start, option.end)),
        );
        if (option.value.text.length < 200) {
          expect(bytes.subarray(option.start, option.end).toString()).toBe(option.value.text);
        }
        end = option.end;
      }
      expect(Buffer.concat([...pieces, bytes.subarray(end)]).equals(bytes)).toBe(true);
    }
  });

  test("is the same bytes for the file that is ours", () => {
    fc.assert(
      fc.property(fc.array(setting, { maxLength: 12 }), (settings) => {
        const text = writeManaged(distinct(settings), HOSTS);
        const again = readManaged(read(Buffer.from(text)), "/m.lua");
        expect(again).not.toBeNull();
        expect(writeManaged(again ?? [], HOSTS)).toBe(text);
        expect(sorted(again ?? [])).toEqual(sorted(distinct(settings)));
      }),
    );
  });
});

const key = (it: ManagedSetting) => `${it.host} ${it.name}`;
const distinct = (all: ManagedSetting[]) => [...new Map(all.map((it) => [key(it), it])).values()];
const sorted = (all: ManagedSetting[]) => all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

test("components keep their module, and hosts that are not there are not made", () => {
  const settings = [
    { host: "rooms.a.example", name: "muc_log_expires_after", value: "30d" },
    { host: "*", name: "archive_expires_after", value: "270d" },
  ];
  expect(writeManaged(settings, HOSTS).split("\n").slice(2)).toEqual([
    "",
    'archive_expires_after = "270d"',
    "",
    'Component "rooms.a.example" "muc"',
    '\tmuc_log_expires_after = "30d"',
    "",
  ]);
  expect(() => writeManaged([{ host: "b.example", name: "x", value: 1 }], HOSTS)).toThrow(
    RangeError,
  );
  expect(() => writeManaged([{ host: "*", name: "x = os.exit() --", value: 1 }], HOSTS)).toThrow(
    RangeError,
  );
});

test("a file with more than literals is not ours any more", () => {
  expect(readManaged(read(Buffer.from("x = f()")), "/m.lua")).toBeNull();
  expect(readManaged(read(Buffer.from("x = = 1")), "/m.lua")).toBeNull();
  expect(readManaged(read(Buffer.from("x = { a = 1 }")), "/m.lua")).toBeNull();
  expect(readManaged(read(Buffer.from("")), "/m.lua")).toEqual([]);
});
