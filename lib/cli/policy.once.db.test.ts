import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resetEnv } from "@/lib/env";
import { useTestDatabase } from "@/lib/testing/database";
import { muniment } from "@/lib/testing/muniment";

useTestDatabase({ fixture: "prosody-0.12", indexed: true });

const folder = mkdtempSync(path.join(os.tmpdir(), "policy-cli-"));
const managed = path.join(folder, "muniment.cfg.lua");

beforeAll(() => {
  const text = `modules_enabled = { "mam" }\narchive_expires_after = "12h"\nVirtualHost "chat.example"\nInclude "muniment*.cfg.lua"\n`;
  writeFileSync(path.join(folder, "prosody.cfg.lua"), text);
});
afterAll(() => {
  delete process.env.PROSODY_CONFIG;
  delete process.env.PROSODY_MANAGED_CONFIG;
  resetEnv();
  rmSync(folder, { recursive: true, force: true });
});

const policy = async (...words: string[]) => {
  const said = await muniment(["policy", ...words, "--json"]);
  return { ...said, json: said.code === 0 || said.out ? JSON.parse(said.out || "null") : null };
};

test("without a configuration it says which variable is missing", async () => {
  const { code, error } = await muniment(["policy", "get"]);
  expect(code).not.toBe(0);
  expect(error).toContain("PROSODY_CONFIG");
});

test("reads, drafts, shows what it deletes, applies and takes back", async () => {
  process.env.PROSODY_CONFIG = path.join(folder, "prosody.cfg.lua");
  process.env.PROSODY_MANAGED_CONFIG = managed;
  resetEnv();
  const { json } = await policy("get", "archive_expires_after", "--host", "chat.example");
  expect(json.settings).toHaveLength(1);
  expect(json.settings[0]).toMatchObject({
    scope: "chat.example",
    declared: "12h",
    meaning: { does: 12, warnings: ["unit-ignored", "deletes-all"] },
    effective: null,
    unit: "seconds",
  });
  expect(json.settings[0].observed.oldestAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

  expect((await policy("set", "archive_expires_after", "12h")).code).toBe(2);
  expect((await policy("set", "archive_expires_afte", "1d")).code).toBe(2);
  const drafted = await policy("set", "archive_expires_after", "400", "--host", "chat.example");
  expect(drafted.json.draft.changes).toEqual([
    { host: "chat.example", name: "archive_expires_after", value: "400d" },
  ]);
  expect(drafted.json.blast.rows).toBe(0);
  expect((await policy("preset", "privacy")).json.draft.changes).toHaveLength(5);
  expect(existsSync(managed)).toBe(false);
  expect((await muniment(["policy", "apply", "--reason", "as agreed"])).code).toBe(2);
  expect((await policy("apply", "--yes")).code).toBe(2);
  const applied = await policy("apply", "--yes", "--reason", "as agreed with the board");
  expect(applied.json).toMatchObject({ id: 1, reload: "by-hand" });
  expect(applied.json.commands[0]).toBe("prosodyctl shell 'config:reload()'");
  expect(applied.json.commands).toContain(
    `prosodyctl shell 'module:reload("mam", "chat.example")'`,
  );
  expect(readFileSync(managed, "utf8")).toContain('\tarchive_expires_after = "400d"');
  expect((await policy("history")).json.versions).toHaveLength(1);
  const back = await policy("rollback", "0");
  expect(back.json.draft.changes.every((it: { value: unknown }) => it.value === null)).toBe(true);
  expect((await policy("rollback", "77")).code).not.toBe(0);
});
