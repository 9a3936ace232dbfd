import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { resetEnv } from "@/lib/env";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { expiryInForce } from "./in-force";
import type { Expiry } from "./views";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

const folder = mkdtempSync(path.join(os.tmpdir(), "expiry-"));
const grant = testGrant("policy.read");

afterEach(() => {
  delete process.env.PROSODY_CONFIG;
  delete process.env.PROSODY_ENV_FILE;
  resetEnv();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configure(text: string, env: string | null = null): void {
  writeFileSync(path.join(folder, "prosody.cfg.lua"), text);
  process.env.PROSODY_CONFIG = path.join(folder, "prosody.cfg.lua");
  if (env !== null) {
    writeFileSync(path.join(folder, "env"), env);
    process.env.PROSODY_ENV_FILE = path.join(folder, "env");
  }
  resetEnv();
}

const short = (all: Expiry[]) =>
  all.map((it) => [it.host, it.store, it.expiresAfterSeconds, it.source, it.reason]);

const CONFIG = `modules_enabled = { "mam" }
VirtualHost "chat.example"
  archive_expires_after = "12h"
VirtualHost "corp.example"
  modules_disabled = { "mam" }
Component "rooms.chat.example" "muc"
  modules_enabled = { "muc_mam" }
Component "upload.chat.example" "http_file_share"
  http_file_share_expires_after = -1
`;

test("without a configuration only the data speaks", async () => {
  const all = await expiryInForce(grant);
  expect(all.length).toBeGreaterThan(3);
  for (const it of all) {
    expect(it).toMatchObject({
      expiresAfterSeconds: "unknown",
      source: "observed",
      reason: "no-config",
      written: null,
    });
    expect(it.oldestAt).toBeGreaterThan(1_600_000_000);
  }
});

test("what is declared, what is the default, and what really happens", async () => {
  configure(CONFIG);
  expect(short(await expiryInForce(grant, "0.12"))).toEqual([
    ["chat.example", "archive", 12, "config", null],
    ["corp.example", "archive", "off", "default", "module-off"],
    ["rooms.chat.example", "muc_log", 604_800, "default", null],
    ["upload.chat.example", "uploads", "never", "config", null],
  ]);
  const [chat] = await expiryInForce(grant, "13");
  expect(chat).toMatchObject({ expiresAfterSeconds: 43_200, warnings: [], written: '"12h"' });
  expect(chat?.oldestAt).toBeGreaterThan(1_600_000_000);
});

test("the version is known from the database, the last run from the store cron", async () => {
  await database.prosody()`
    insert into prosody (host, "user", store, key, type, value)
    values ('chat.example', '', 'cron', 'mam/remove_expired_messages', 'number', '1700000000')`;
  configure(CONFIG);
  const [chat] = await expiryInForce(grant);
  expect(chat).toMatchObject({ expiresAfterSeconds: 12, lastRunAt: 1_700_000_000 });
  expect(chat?.warnings).toEqual(["unit-ignored", "deletes-all"]);
});

test("a value that 0.12 refuses switches archiving off; a host that is gone keeps its rows", async () => {
  configure(
    'modules_enabled = { "mam" }\nVirtualHost "chat.example"\narchive_expires_after = "forever"',
  );
  const all = short(await expiryInForce(grant, "0.12"));
  expect(all).toContainEqual(["chat.example", "archive", "off", "config", "value-refused"]);
  expect(all).toContainEqual(["corp.example", "archive", "off", "observed", "host-unknown"]);
});

test("expressions and files that cannot be read make it unknown", async () => {
  configure('modules_enabled = { "mam" }\nVirtualHost "chat.example"\narchive_expires_after = f()');
  expect(short(await expiryInForce(grant))[0]).toEqual([
    "chat.example",
    "archive",
    "unknown",
    "config",
    "expression",
  ]);
  configure(`${CONFIG}Include "gone.lua"`);
  for (const it of await expiryInForce(grant)) {
    expect(it).toMatchObject({ expiresAfterSeconds: "unknown", reason: "incomplete-config" });
  }
  mkdirSync(path.join(folder, "empty"), { recursive: true });
  configure(`${CONFIG}Include "empty/*.lua"`);
  expect((await expiryInForce(grant))[0]).toMatchObject({ expiresAfterSeconds: 12 });
});

test("a variable is what the environment file says, and unknown without one", async () => {
  const text = `modules_enabled = { "mam" }\nVirtualHost "chat.example"
archive_expires_after = os.getenv("KEEP") or "1y"`;
  configure(text);
  expect((await expiryInForce(grant))[0]).toMatchObject({ expiresAfterSeconds: "unknown" });
  configure(text, "KEEP=30d\n");
  expect((await expiryInForce(grant))[0]).toMatchObject({ expiresAfterSeconds: 2_592_000 });
  configure(text, "OTHER=1\n");
  expect((await expiryInForce(grant))[0]).toMatchObject({ expiresAfterSeconds: 31_556_952 });
});
