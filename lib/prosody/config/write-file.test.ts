import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hashOf, readPlain, writeWhole } from "./write-file";

const folder = mkdtempSync(path.join(os.tmpdir(), "write-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);
const bytes = (text: string) => Buffer.from(text);

describe("writing a file as a whole", () => {
  test("makes it where there is none, and keeps mode and nothing else behind", async () => {
    await writeWhole(at("a.lua"), bytes("one"), null);
    expect(statSync(at("a.lua")).mode & 0o777).toBe(0o644);
    chmodSync(at("a.lua"), 0o640);
    await writeWhole(at("a.lua"), bytes("two"), hashOf(bytes("one")));
    expect(readFileSync(at("a.lua"), "utf8")).toBe("two");
    expect(statSync(at("a.lua")).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["a.lua"]);
  });

  test("leaves a file alone that somebody changed", async () => {
    writeFileSync(at("b.lua"), "theirs");
    for (const expected of [hashOf(bytes("ours")), null]) {
      await expect(writeWhole(at("b.lua"), bytes("new"), expected)).rejects.toMatchObject({
        code: "conflict",
        details: { reason: "policy-file-changed" },
      });
    }
    expect(readFileSync(at("b.lua"), "utf8")).toBe("theirs");
  });

  test("follows no link and writes into no folder", async () => {
    writeFileSync(at("target"), "secret");
    symlinkSync(at("target"), at("link.lua"));
    mkdirSync(at("folder.lua"));
    for (const name of ["link.lua", "folder.lua"]) {
      const wrong = { code: "unavailable", details: { reason: "policy-file-kind" } };
      await expect(
        writeWhole(at(name), bytes("new"), hashOf(bytes("secret"))),
      ).rejects.toMatchObject(wrong);
      await expect(readPlain(at(name))).rejects.toMatchObject(wrong);
    }
    expect(readFileSync(at("target"), "utf8")).toBe("secret");
    await expect(writeWhole(at("gone/x.lua"), bytes("new"), null)).rejects.toMatchObject({
      details: { reason: "policy-file-folder" },
    });
  });

  test("takes away what a killed process left, and nothing else", async () => {
    for (const name of [
      ".muniment-0123456789abcdef.tmp",
      ".muniment-fedcba9876543210.tmp",
      ".other.tmp",
    ]) {
      writeFileSync(at(name), "half");
    }
    utimesSync(at(".muniment-0123456789abcdef.tmp"), 1, 1);
    utimesSync(at(".other.tmp"), 1, 1);
    await writeWhole(at("c.lua"), bytes("x"), null);
    expect(
      readdirSync(folder)
        .filter((it) => it.endsWith(".tmp"))
        .sort(),
    ).toEqual([".muniment-fedcba9876543210.tmp", ".other.tmp"]);
  });
});
