import fc from "fast-check";
import { expect, test } from "vitest";
import { envMap, parseEnvFile } from "./parse";
import { writeEnvValue } from "./write";

const FILE = [
  "# Retention, see the manual",
  "PROSODY_ARCHIVE_EXPIRES_AFTER=1y   # one year",
  'export PROSODY_ARCHIVE_POLICY = "roster"',
  "PROSODY_DOMAIN='münchen.example'",
  "EMPTY=",
  "PROSODY_ARCHIVE_EXPIRES_AFTER=90d\r",
  "no assignment",
  "PASSWORD=p#w\tx",
].join("\n");

test("names, values and places of the lines are read", () => {
  const bytes = Buffer.from(FILE);
  expect(Object.fromEntries(envMap(bytes))).toEqual({
    PROSODY_ARCHIVE_EXPIRES_AFTER: "90d",
    PROSODY_ARCHIVE_POLICY: "roster",
    PROSODY_DOMAIN: "münchen.example",
    EMPTY: "",
    PASSWORD: "p#w\tx",
  });
  for (const { start, end, value } of parseEnvFile(bytes)) {
    const written = bytes.subarray(start, end).toString();
    expect([value, `"${value}"`, `'${value}'`]).toContain(written);
  }
});

test("setting one value leaves every other byte as it was", () => {
  const next = writeEnvValue(Buffer.from(FILE), "PROSODY_ARCHIVE_POLICY", "true");
  expect(next.toString()).toBe(FILE.replace('"roster"', '"true"'));
  const last = writeEnvValue(Buffer.from(FILE), "PROSODY_ARCHIVE_EXPIRES_AFTER", "270d");
  expect(last.toString()).toBe(FILE.replace("=90d\r", "=270d\r"));
  expect(writeEnvValue(Buffer.from(FILE), "PROSODY_DOMAIN", "münchen.example").toString()).toBe(
    FILE,
  );
  expect(writeEnvValue(Buffer.from("A=1"), "B", "x y").toString()).toBe('A=1\nB="x y"\n');
  expect(writeEnvValue(Buffer.from("A=1\r\n"), "B", "2").toString()).toBe("A=1\r\nB=2\r\n");
  expect(writeEnvValue(Buffer.from("A=1 # x\n"), "A", null).toString()).toBe("A= # x\n");
});

test("a value that a shell would expand is refused", () => {
  for (const value of ["$(reboot)", "`id`", "a\nB=1", 'a"b', "\\"]) {
    expect(() => writeEnvValue(Buffer.from(""), "A", value)).toThrow(RangeError);
  }
  expect(() => writeEnvValue(Buffer.from(""), "A B", "1")).toThrow(RangeError);
});

test("whatever the file has, what was written is read back and nothing else changes", () => {
  const name = fc.constantFrom("A", "B", "C");
  const value = fc.stringMatching(/^[A-Za-z0-9 _.:,#äß-]{0,12}$/);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), name, value, (head, at, given) => {
      const before = Buffer.concat([Buffer.from(head), Buffer.from("\nA=1 # a\nB='2'\n")]);
      const after = writeEnvValue(before, at, given);
      expect(envMap(after).get(at)).toBe(given);
      const others = (map: Map<string, string>) => [...map].filter(([key]) => key !== at);
      expect(others(envMap(after))).toEqual(others(envMap(before)));
    }),
  );
});
