import path from "node:path";
import { describe, expect, test } from "vitest";
import { SAMPLE_COMPONENTS, SAMPLE_CONFIG, SAMPLE_ENV } from "../config/sample";
import { envMap } from "../env-file/parse";
import { modulesOn, optionFor } from "./look-up";
import { type LuaFiles, readLuaConfig } from "./read";
import { resolveValue } from "./value";

function filesOf(texts: Record<string, string | Buffer>): LuaFiles {
  const gone = () => Object.assign(new Error("gone"), { code: "ENOENT" });
  return {
    read: (file) => {
      const text = texts[file];
      if (text === undefined) throw gone();
      return Buffer.from(text as string);
    },
    list: (folder) => {
      const there = Object.keys(texts).filter((it) => path.dirname(it) === folder);
      if (there.length === 0) throw gone();
      return there.map((it) => path.basename(it));
    },
  };
}

const read = (text: string | Buffer, others: Record<string, string> = {}) =>
  readLuaConfig(
    "/etc/prosody/prosody.cfg.lua",
    filesOf({ ...others, "/etc/prosody/prosody.cfg.lua": text }),
  );

const known = (text: string, env: Map<string, string> | null = null) => {
  const option = optionFor(read(`x = ${text}`), "*", "x");
  const resolved = option && resolveValue(option.value, env);
  return resolved?.known ? resolved.value : "unknown";
};

describe("a configuration", () => {
  test("has its options in the scope where they stand", () => {
    const config = read(
      `a = 1
VirtualHost "One.example"
  a = 2; b = "zwei"
Include "more.lua"
  c = true
Component "rooms.example" "muc" { a = 3; ["d"] = 4 }
e = 5
VirtualHost("two.example")
`,
      { "/etc/prosody/more.lua": "b = 'everywhere'\nVirtualHost 'one.example'\nf = 6" },
    );
    expect(config.problems).toEqual([]);
    expect(config.hosts.map(({ name, kind, module }) => [name, kind, module])).toEqual([
      ["one.example", "host", null],
      ["rooms.example", "component", "muc"],
      ["two.example", "host", null],
    ]);
    const said = config.options.map((it) => [it.host, it.name, it.value.text]);
    expect(said).toEqual([
      ["*", "a", "1"],
      ["one.example", "a", "2"],
      ["one.example", "b", '"zwei"'],
      ["*", "b", "'everywhere'"],
      ["one.example", "f", "6"],
      ["one.example", "c", "true"],
      ["rooms.example", "a", "3"],
      ["*", "e", "5"],
    ]);
    expect(optionFor(config, "two.example", "a")?.line).toBe(1);
    expect(optionFor(config, "rooms.example", "a")?.host).toBe("rooms.example");
  });

  test("is followed by pattern, hidden files left out, by name", () => {
    const config = read('Include "conf.d/*.cfg.lua"', {
      "/etc/prosody/conf.d/b.cfg.lua": "x = 2",
      "/etc/prosody/conf.d/a.cfg.lua": "x = 1",
      "/etc/prosody/conf.d/.c.cfg.lua": "x = 3",
      "/etc/prosody/conf.d/d.lua": "x = 4",
    });
    expect(optionFor(config, "*", "x")?.value).toMatchObject({ value: 2 });
    expect(config.files.map((it) => path.basename(it.path))).toEqual([
      "prosody.cfg.lua",
      "a.cfg.lua",
      "b.cfg.lua",
    ]);
  });

  test("says what could not be read", () => {
    const problems = (text: string, more = {}) => read(text, more).problems.map((it) => it.code);
    expect(problems('Include "gone.lua"')).toEqual(["unreadable"]);
    expect(problems('Include "gone/*.lua"')).toEqual(["unreadable"]);
    expect(problems("x = = 1")).toEqual(["syntax"]);
    expect(problems('Include("a" .. "b")')).toEqual(["unknown-include"]);
    expect(problems('if x then VirtualHost "a" end')).toEqual(["unknown-include"]);
    const loop = { "/etc/prosody/a.lua": 'Include "a.lua"' };
    expect(problems('Include "a.lua"', loop)).toEqual(["too-deep"]);
  });

  test("is bytes: positions stay right behind every character", () => {
    const text = '-- größe 漢字 \u{1f600}\nmotd = "Füße"\r\nx = "7d" -- ñ\n';
    const bytes = Buffer.from(text);
    for (const { start, end, value } of read(bytes).options) {
      expect(bytes.subarray(start, end).toString()).toBe(value.text);
    }
    expect(optionFor(read(bytes), "*", "motd")?.value).toMatchObject({ value: "Füße" });
    const odd = Buffer.from([0x78, 0x3d, 0x22, 0xff, 0xfe, 0x22]);
    expect(read(odd).options[0]).toMatchObject({ name: "x", start: 2, end: 6 });
  });
});

describe("a value", () => {
  test.each([
    ['"1w"', "1w"],
    ["[[long]]", "long"],
    ["'\\65\\x42'", "AB"],
    ["-1", -1],
    ["0x10", 16],
    ["nil", null],
    ["{ 'a'; 'b' }", ["a", "b"]],
    ["{ a = 1, [2] = 'x' }", { a: 1, 2: "x" }],
    ["86400 * 7", 604_800],
    ["60 * 60 + 1", 3_601],
    ['"a" .. "b"', "ab"],
    ["some_function()", "unknown"],
    ["y and 1 or 2", "unknown"],
    ["{ f() }", "unknown"],
    ["function() return 1 end", "unknown"],
    ["FileContents 'x'", "unknown"],
  ])("%s is %j", (text, value) => {
    expect(known(text)).toEqual(value);
  });

  test.each([
    ['os.getenv("A") or "1y"', "from env"],
    ['os.getenv("B") or "1y"', "1y"],
    ["ENV_A", "from env"],
    ["ENV_B", undefined],
    ['tonumber(os.getenv("N")) or 50', 7],
    ['tonumber(os.getenv("A")) or 50', 50],
    ['os.getenv("A") ~= "false"', true],
    ['os.getenv("F") == "true"', false],
  ])("%s is what the environment says", (text, value) => {
    const environment = new Map([
      ["A", "from env"],
      ["N", "7"],
      ["F", "false"],
    ]);
    expect(known(text, environment)).toEqual(value);
    expect(known(text)).toBe("unknown");
  });

  test("under a condition is set, but nobody knows to what", () => {
    const config = read('local t = "1y"\nx = t\nif y then x = "2y"; t = "3y" end\nz = t');
    const kinds = (name: string) => optionFor(config, "*", name)?.value.kind;
    expect(config.options[0]?.value).toMatchObject({ kind: "computed", value: "1y" });
    expect(kinds("x")).toBe("unknown");
    expect(kinds("z")).toBe("unknown");
  });
});

test("modules are those of core/modulemanager.lua", () => {
  const config = read(`modules_enabled = { "mam", "pep" }
modules_disabled = { "pep" }
VirtualHost "a"
  modules_enabled = { "pep" }
VirtualHost "b"
  modules_disabled = { "mam" }
Component "c" "muc"
  modules_enabled = { "muc_mam" }
VirtualHost "d"
  modules_enabled = more()`);
  const on = (name: string, kind: "host" | "component" = "host") => {
    const modules = modulesOn(config, { name, kind }, null);
    return modules && [...modules].sort();
  };
  expect(on("a")).toEqual(["mam", "pep"]);
  expect(on("b")).toEqual([]);
  expect(on("c", "component")).toEqual(["muc_mam"]);
  expect(on("d")).toBeNull();
});

test("the demo's sample is read to its end", () => {
  const config = read(SAMPLE_CONFIG, {
    "/etc/prosody/components.cfg.lua": SAMPLE_COMPONENTS,
    "/etc/prosody/conf.d/muniment.cfg.lua": "",
  });
  expect(config.problems).toEqual([]);
  expect(config.hosts).toHaveLength(4);
  const environment = envMap(Buffer.from(SAMPLE_ENV));
  const valueOn = (host: string, name: string) => {
    const option = optionFor(config, host, name);
    return option && resolveValue(option.value, environment);
  };
  const of = (value: unknown) => ({ known: true, value });
  expect(valueOn("northquay.example", "archive_expires_after")).toEqual(of("14 months"));
  expect(valueOn("northquay.example", "default_archive_policy")).toEqual(of(true));
  expect(valueOn("northquay.example", "max_archive_query_results")).toEqual(of(100));
  expect(valueOn("partners.northquay.example", "archive_expires_after")).toEqual(of("never"));
  expect(valueOn("rooms.northquay.example", "muc_log_expires_after")).toEqual(of("forever"));
  expect(valueOn("upload.northquay.example", "http_file_share_expires_after")).toEqual(
    of(43_200_000),
  );
});
