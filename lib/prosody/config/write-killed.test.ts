import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Each process writes as many files at once, and is killed: so many points of a write. */
const KILLS = 25;
const FILES = 12;
/** Long enough to be written in more than one go. */
const SIZE = 200_000;

const folder = mkdtempSync(path.join(os.tmpdir(), "killed-"));
const writer = path.join(folder, "writer.mjs");
const root = path.resolve(import.meta.dirname, "../../..");

beforeAll(async () => {
  const loop = `
    import { hashOf, writeWhole } from "${path.join(import.meta.dirname, "write-file.ts")}";
    const text = (n) => Buffer.from(String(n % 10).repeat(${SIZE}));
    async function writeOn(file) {
      let before = null;
      for (let n = 0; ; n++) {
        const bytes = text(n);
        await writeWhole(file, bytes, before);
        before = hashOf(bytes);
        if (n === 0) process.stdout.write(".");
      }
    }
    await Promise.all(process.argv.slice(2).map(writeOn));`;
  await build({
    stdin: { contents: loop, resolveDir: root, loader: "ts" },
    outfile: writer,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { "server-only": path.join(root, "lib/testing/empty.ts"), "@": root },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isWhole = (text: string) => text === (text[0] ?? "").repeat(SIZE);

/** Lets a writer run for a moment and kills it without warning. */
async function killWhileWriting(n: number, afterMs: number): Promise<void> {
  const files = Array.from({ length: FILES }, (_, i) =>
    path.join(folder, `${n}-${i}`, "m.cfg.lua"),
  );
  for (const file of files) mkdirSync(path.dirname(file));
  const child = spawn(process.execPath, [writer, ...files], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve) => {
    let written = 0;
    child.stdout.on("data", (dots: Buffer) => {
      written += dots.length;
      if (written === FILES) resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await gone;
  for (const file of files) expect(isWhole(readFileSync(file, "latin1"))).toBe(true);
}

test(`killed at ${KILLS * FILES} points, a file is the old or the new one`, async () => {
  const waits = fc.sample(fc.double({ min: 0, max: 30, noNaN: true }), {
    numRuns: KILLS,
    seed: 11,
  });
  for (const [n, wait] of waits.entries()) await killWhileWriting(n, wait);
});

test("the check would notice half a file", () => {
  const half = path.join(folder, "half");
  writeFileSync(half, `${"1".repeat(SIZE / 2)}${"0".repeat(SIZE / 2)}`);
  expect(isWhole(readFileSync(half, "latin1"))).toBe(false);
});
