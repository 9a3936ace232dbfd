import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { approve } from "@/lib/approvals/decide";
import { openApprovalOf } from "@/lib/approvals/queries";
import { resetEnv } from "@/lib/env";
import { hashOf } from "@/lib/prosody/config/write-file";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { POLICY, POLICY_APPLY } from "./approval";
import type { PolicyChange } from "./change";
import { applyDraft } from "./commands/apply";
import { changesBackTo } from "./commands/roll-back";
import { saveDraft } from "./commands/save-draft";
import { blastRadius } from "./queries/blast";
import { listVersions } from "./queries/history";
import { getPolicy } from "./queries/policy";
import { listPrefs } from "./queries/prefs";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

const folder = mkdtempSync(path.join(os.tmpdir(), "policy-"));
const at = (name: string) => path.join(folder, name);
const write = testGrant("policy.write");
const second = testGrant("policy.write", ["admin"], "second");
const read = testGrant("policy.read");

const CONFIG = `modules_enabled = { "mam" }
archive_expires_after = "1y" -- as it was
VirtualHost "chat.example"
VirtualHost "corp.example"
  archive_expires_after = "never"
Component "rooms.chat.example" "muc"
  modules_enabled = { "muc_mam" }
  muc_log_expires_after = "never"
`;
const INCLUDE = 'Include "muniment.cfg.lua"\n';

function configure(text: string, more: Record<string, string> = {}): void {
  writeFileSync(at("prosody.cfg.lua"), text);
  process.env.PROSODY_CONFIG = at("prosody.cfg.lua");
  process.env.PROSODY_MANAGED_CONFIG = more.PROSODY_MANAGED_CONFIG ?? at("muniment.cfg.lua");
  process.env.PROSODY_ENV_FILE = more.PROSODY_ENV_FILE ?? "";
  resetEnv();
}

beforeEach(async () => {
  await database.superuser()`truncate console.policy_draft, console.policy_version`;
  rmSync(at("muniment.cfg.lua"), { force: true });
  configure(CONFIG + INCLUDE);
});
afterAll(() => {
  for (const name of ["CONFIG", "MANAGED_CONFIG", "ENV_FILE"])
    delete process.env[`PROSODY_${name}`];
  resetEnv();
  rmSync(folder, { recursive: true, force: true });
});

const change = (host: string, value: PolicyChange["value"], name = "archive_expires_after") => ({
  host,
  name,
  value,
});
const reason = "contract, clause nine";
const refusedWith = (reasonName: string) => ({ details: { reason: reasonName } });

/** It was written, not asked for. */
function written(result: Awaited<ReturnType<typeof applyDraft>>) {
  if ("ripeAt" in result) throw new Error("a second person was asked");
  return result;
}

async function applyNow(changes: PolicyChange[], by = write) {
  const before = await getPolicy(read);
  const version = await saveDraft(write, { version: before?.draft.version ?? 0, changes, reason });
  return written(await applyDraft(by, { version, fileHash: before?.plan.fileHash ?? null }));
}

const settingOf = async (host: string, name = "archive_expires_after") =>
  (await getPolicy(read))?.settings.find((it) => it.host === host && it.name === name);

describe("a draft", () => {
  test("is written, is in force in the file, stands in the history and on the trail, and can be taken back", async () => {
    const { id, reload } = await applyNow([
      change("chat.example", "9000d"),
      change("*", 100, "max_archive_query_results"),
    ]);
    expect(reload).toBe("by-hand");
    expect(readFileSync(at("muniment.cfg.lua"), "utf8")).toContain(
      'max_archive_query_results = 100\n\nVirtualHost "chat.example"\n\tarchive_expires_after = "9000d"\n',
    );
    expect(readFileSync(at("prosody.cfg.lua"), "utf8")).toBe(CONFIG + INCLUDE);
    expect(await settingOf("chat.example")).toMatchObject({
      origin: "here",
      value: "9000d",
      line: { ours: true },
      meaning: { does: 9_000 * 86_400, warnings: [] },
    });
    expect(await settingOf("corp.example", "max_archive_query_results")).toMatchObject({
      origin: "inherited",
      value: 100,
    });
    const [version] = await listVersions(read);
    expect(version).toMatchObject({
      id,
      reason,
      operator: "tester",
      reload: "by-hand",
      rowsLost: 0,
    });
    expect(version?.diff.some((it) => it.kind === "new" && it.text.includes("9000d"))).toBe(true);
    const trail = await database.superuser()`
      select action, phase from console.audit_entry where action like 'policy.%' order by seq desc limit 3`;
    expect(trail.map((it) => `${it.action} ${it.phase}`)).toEqual([
      "policy.apply done",
      "policy.apply asked",
      "policy.save done",
    ]);
    await applyNow([change("chat.example", "8000d")]);
    expect(await changesBackTo(read, id)).toEqual([change("chat.example", "9000d")]);
    expect(await changesBackTo(read, 0)).toHaveLength(2);
    await applyNow(await changesBackTo(read, 0));
    expect((await settingOf("chat.example"))?.origin).toBe("inherited");
  });

  test("of somebody else's saving is not overwritten", async () => {
    const version = await saveDraft(write, { version: 0, changes: [change("*", "9000d")], reason });
    await expect(saveDraft(second, { version: 0, changes: [], reason })).rejects.toMatchObject(
      refusedWith("policy-draft-changed"),
    );
    await saveDraft(second, { version, changes: [change("*", "8000d")], reason });
    await expect(applyDraft(write, { version, fileHash: null })).rejects.toMatchObject(
      refusedWith("policy-draft-changed"),
    );
  });

  test("is not applied over a file that changed since its diff was shown, and nothing of it is lost", async () => {
    await applyNow([change("chat.example", "9000d")]);
    const seen = (await getPolicy(read))?.plan.fileHash ?? null;
    const mine = readFileSync(at("muniment.cfg.lua"), "utf8").replace("9000d", "7000d");
    writeFileSync(at("muniment.cfg.lua"), mine);
    const policy = await getPolicy(read);
    expect(policy?.foreign?.map((it) => it.kind)).toContain("new");
    const version = await saveDraft(write, {
      version: policy?.draft.version ?? 0,
      changes: [change("*", 70, "max_archive_query_results")],
      reason,
    });
    await expect(applyDraft(write, { version, fileHash: seen })).rejects.toMatchObject(
      refusedWith("policy-file-changed"),
    );
    expect(readFileSync(at("muniment.cfg.lua"), "utf8")).toBe(mine);
    await applyDraft(write, { version, fileHash: hashOf(Buffer.from(mine)) });
    expect((await settingOf("chat.example"))?.value).toBe("7000d");
    expect((await getPolicy(read))?.foreign).toBeNull();
  });

  test("that could not take effect is refused before anything is written", async () => {
    const cases: [string, PolicyChange, string][] = [
      [CONFIG, change("*", "9000d"), "policy-not-included"],
      [INCLUDE + CONFIG, change("corp.example", "9000d"), "policy-overruled"],
      [`${CONFIG}${INCLUDE}Include "gone.lua"`, change("*", "9000d"), "policy-incomplete"],
      [CONFIG + INCLUDE, change("typo.example", "9000d"), "policy-host-unknown"],
    ];
    for (const [text, wanted, name] of cases) {
      configure(text);
      await expect(applyNow([wanted])).rejects.toMatchObject(refusedWith(name));
      expect(() => readFileSync(at("muniment.cfg.lua"))).toThrow("ENOENT");
    }
    configure(CONFIG + INCLUDE);
    writeFileSync(at("muniment.cfg.lua"), "archive_expires_after = f()\n");
    await expect(applyNow([change("*", "9000d")])).rejects.toMatchObject(
      refusedWith("policy-foreign"),
    );
    expect((await listVersions(read)).length).toBe(0);
  });

  test("takes no value that a version would read otherwise", async () => {
    for (const value of ["12h", "1m", "forever", "0d", "99999d", true, 5]) {
      const { policyChange } = await import("./change");
      expect(policyChange.safeParse(change("*", value)).success).toBe(false);
    }
  });

  test("without a Lua file goes into the .env, and only what decides is written", async () => {
    writeFileSync(at("env"), "SECRET=1 # keep\nKEEP=90d\n");
    writeFileSync(
      at("prosody.cfg.lua"),
      `${CONFIG}VirtualHost "chat.example"\narchive_expires_after = os.getenv("KEEP") or "1y"\n`,
    );
    process.env.PROSODY_MANAGED_CONFIG = "";
    process.env.PROSODY_ENV_FILE = at("env");
    resetEnv();
    await expect(applyNow([change("*", 70, "max_archive_query_results")])).rejects.toMatchObject(
      refusedWith("policy-nowhere"),
    );
    await applyNow([change("chat.example", "9000d")]);
    expect(readFileSync(at("env"), "utf8")).toBe("SECRET=1 # keep\nKEEP=9000d\n");
    const [version] = await listVersions(read);
    expect(version?.env).toEqual([{ variable: "KEEP", before: "90d", after: "9000d" }]);
    expect(
      JSON.stringify(await database.superuser()`select * from console.policy_version`),
    ).not.toContain("SECRET");
  });
});

describe("what a change deletes", () => {
  test("is what counting finds, and a second person is needed above the threshold", async () => {
    const days = 30;
    const [counted] = await database.superuser()<
      { rows: number; owners: number; oldest: number }[]
    >`
      select count(*)::int as rows, count(distinct "user")::int as owners, min("when") as oldest
      from prosodyarchive where host = 'chat.example' and store = 'archive'
        and "when" <= floor((extract(epoch from now()) - ${days * 86_400}) / 900) * 900
        and "when" > extract(epoch from now()) - 31556952`;
    const blast = await blastRadius(read, [change("*", `${days}d`)]);
    expect(counted?.rows).toBeGreaterThan(1_000);
    expect(blast.rows).toBe(counted?.rows);
    expect(blast).toMatchObject({ state: "ready", needsSecond: true });
    expect(blast.parts).toHaveLength(1);
    expect(blast.parts[0]).toMatchObject({
      host: "chat.example",
      before: 31_556_952,
      after: 2_592_000,
    });
    expect(blast.parts[0]?.owners).toBeGreaterThanOrEqual(counted?.owners ?? 0);
    expect((await blastRadius(read, [change("*", "9000d")])).rows).toBe(0);
    expect((await blastRadius(read, [change("*", "never")])).parts[0]?.cutoff).toBeNull();
  });

  test("an item limit takes from whoever is over it", async () => {
    const limit = 300;
    const [counted] = await database.superuser()<{ owners: number; rows: number }[]>`
      select count(*)::int as owners, coalesce(sum(n - floor(0.99 * ${limit}::int)), 0)::int as rows
      from (select count(*) as n from prosodyarchive where host = 'chat.example' and store = 'archive'
        group by "user" having count(*) >= ${limit}) o`;
    const blast = await blastRadius(read, [
      change("chat.example", limit, "storage_archive_item_limit"),
    ]);
    expect(counted?.owners).toBeGreaterThan(0);
    expect(blast.overLimit).toEqual({ owners: counted?.owners, rows: counted?.rows });
  });

  describe("nobody deletes much alone", () => {
    const asked = () => openApprovalOf(read, POLICY_APPLY, POLICY);
    const deedOf = async (by: typeof write, value: string, fileHash: string | null) => {
      const version = (await getPolicy(read))?.draft.version ?? 0;
      const saved = await saveDraft(by, { version, changes: [change("*", value)], reason });
      return { version: saved, fileHash };
    };
    beforeEach(async () => {
      await database.superuser()`delete from console.approval`;
    });

    test("somebody else says yes to exactly this, and then it is written, once", async () => {
      const sql = database.superuser();
      await sql`insert into console.operator (name, password_hash, roles) values ('zoe', 'x', '{admin}')`;
      const deed = await deedOf(write, "1d", null);
      expect(await applyDraft(write, deed)).toMatchObject({ ripeAt: null });
      const request = await asked();
      expect(request?.content).toMatchObject({ changes: [change("*", "1d")], fileHash: null });
      expect(Number(request?.content.rows)).toBeGreaterThan(1_000);
      await expect(applyDraft(write, deed)).rejects.toMatchObject(refusedWith("approval-waiting"));
      expect(existsSync(at("muniment.cfg.lua"))).toBe(false);
      const { id = "", sha256 = "" } = request ?? {};
      await expect(approve(testGrant("policy.read"), { id, sha256 })).rejects.toMatchObject(
        refusedWith("approval-own"),
      );
      await approve(testGrant("policy.read", ["admin"], "second"), { id, sha256 });
      expect(await applyDraft(write, deed)).toMatchObject({ reload: "by-hand" });
      const [version] = await listVersions(read);
      expect(version).toMatchObject({ operator: "tester", approvedBy: "second" });
      expect(await asked()).toBeNull();
      await sql`delete from console.operator where name = 'zoe'`;
    });

    test("another change than the one approved is asked for anew", async () => {
      const sql = database.superuser();
      await sql`insert into console.operator (name, password_hash, roles) values ('zoe', 'x', '{admin}')`;
      await applyDraft(write, await deedOf(write, "3d", null));
      const first = await asked();
      await approve(testGrant("policy.read", ["admin"], "second"), {
        id: first?.id ?? "",
        sha256: first?.sha256 ?? "",
      });
      expect(await applyDraft(write, await deedOf(write, "2d", null))).toMatchObject({
        ripeAt: null,
      });
      expect(await asked()).toMatchObject({ state: "waiting" });
      expect(existsSync(at("muniment.cfg.lua"))).toBe(false);
      await sql`delete from console.operator where name = 'zoe'`;
    });

    test("where there is nobody else a day passes", async () => {
      const deed = await deedOf(write, "2d", null);
      const result = await applyDraft(write, deed);
      expect(result).toMatchObject({ ripeAt: expect.any(Number) });
      await expect(applyDraft(write, deed)).rejects.toMatchObject(refusedWith("approval-delay"));
      await database.superuser()`update console.approval set ripe_at = now() - interval '1 s'`;
      expect(await applyDraft(write, deed)).toMatchObject({ reload: "by-hand" });
      expect((await listVersions(read))[0]).toMatchObject({ approvedBy: null });
    });
  });
});

test("what people chose is counted, and who named somebody never to be archived", async () => {
  const counted = await database.superuser()<{ host: string; value: string; n: number }[]>`
    select host, value, count(*)::int as n from prosody
    where store = 'archive_prefs' and key = '' group by 1, 2`;
  expect(counted.length).toBeGreaterThan(2);
  const all = await listPrefs(read);
  for (const [what, value] of [
    ["always", '{"__hash":[false,true]}'],
    ["roster", '{"__hash":[false,"roster"]}'],
    ["never", '{"__hash":[false,false]}'],
  ] as const) {
    for (const it of all) {
      const found = counted.find((row) => row.host === it.host && row.value === value);
      expect(it[what], `${it.host} ${what}`).toBe(found?.n ?? 0);
    }
  }
  expect(all.reduce((sum, it) => sum + it.neverSomebody, 0)).toBeGreaterThan(0);
  for (const it of all) expect(it.people).toBeGreaterThan(0);
});

test("only the last 50 versions are kept", async () => {
  for (let n = 0; n < 52; n += 1)
    await applyNow([change("*", 51 + n, "max_archive_query_results")]);
  const kept = await database.superuser()`select count(*)::int as n from console.policy_version`;
  expect(kept[0]?.n).toBe(50);
});
