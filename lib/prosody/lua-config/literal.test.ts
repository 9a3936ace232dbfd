import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOptionName, luaLiteral, type Writable } from "./literal";
import { readLuaConfig } from "./read";

const LUA = ["lua5.4", "lua5.3", "lua5.2", "lua5.1", "lua"]
  .map((it) => `/usr/bin/${it}`)
  .find(existsSync);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }).filter((it) => !/\p{Surrogate}/u.test(it)),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    '"); os.execute("id") --',
    "]]..f()..[[",
    "\\",
    '\\"',
    "\n",
    "\x007",
    "$x",
    "--[[",
    "a\r\nb",
  ),
);
const writable: fc.Arbitrary<Writable> = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => it + 0),
  fc.array(text, { maxLength: 5 }),
);
const values = fc.sample(writable, { numRuns: 10_000, seed: 7 });

/**
 * Loads each literal, with an environment that refuses every name and a hook that counts calls, and prints what
 * it became. One process for all.
 */
const READER = `
local function hex(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
local function show(v)
  if type(v) == "string" then return "s" .. hex(v) end
  if type(v) == "number" then return "n" .. ("%.17g"):format(v) end
  if type(v) == "boolean" then return "b" .. tostring(v) end
  local parts = {}
  for i, item in ipairs(v) do parts[i] = show(item) end
  return "t" .. table.concat(parts, ",")
end
local locked = setmetatable({}, { __index = function() error("a name was looked up") end })
for line in io.lines() do
  local source = "return " .. line
  local chunk = setfenv and assert(loadstring(source)) or assert(load(source, "=v", "t", locked))
  if setfenv then setfenv(chunk, locked) end
  local calls = -1
  debug.sethook(function() calls = calls + 1 end, "c")
  local value = chunk()
  debug.sethook()
  -- the chunk, and debug.sethook which ends the counting
  print(calls, show(value))
end`;

function expected(value: Writable): string {
  if (typeof value === "string") return `s${Buffer.from(value).toString("hex")}`;
  if (typeof value === "boolean") return `b${value}`;
  if (typeof value === "number") return "n";
  return `t${value.map(expected).join(",")}`;
}

describe("a literal", () => {
  test.skipIf(LUA === undefined)("10,000 values are read back by a real Lua without a call", () => {
    const literals = values.map(luaLiteral);
    for (const it of literals) expect(it).not.toMatch(/[\n\r]/);
    const { stdout, stderr } = spawnSync(LUA ?? "", ["-e", READER], {
      input: `${literals.join("\n")}\n`,
      maxBuffer: 64 * 1_048_576,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(values.length);
    for (const [n, line] of lines.entries()) {
      const [calls, shown = ""] = line.split("\t");
      const value = values[n] as Writable;
      expect(calls).toBe("1");
      if (typeof value === "number") expect(Number(shown.slice(1))).toBe(value === 0 ? 0 : value);
      else expect(shown).toBe(expected(value));
    }
  });

  test("our own reader finds the same values", () => {
    for (const value of values.slice(0, 2_000)) {
      const bytes = Buffer.from(`x = ${luaLiteral(value)}`);
      const config = readLuaConfig("/a", { read: () => bytes, list: () => [] });
      expect(config.options[0]?.value).toMatchObject({ kind: "literal", value });
    }
  });

  test("what is no value is refused", () => {
    for (const it of [Number.NaN, Number.POSITIVE_INFINITY, "\ud800"]) {
      expect(() => luaLiteral(it)).toThrow(RangeError);
    }
    expect(["archive_expires_after", "end", "a.b", "x = 1", "", "1a"].map(isOptionName)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
