import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, drain, queryArchive, sendText } from "@/e2e/prosody/client.mjs";
import { findProsody, HOST, ROOMS, startProsody } from "@/e2e/prosody/server.mjs";
import { resetEnv } from "@/lib/env";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { prosodyLine } from "@/lib/testing/prosody-line";
import type { PolicyChange } from "./change";
import { applyDraft } from "./commands/apply";
import { saveDraft } from "./commands/save-draft";
import { askInForce } from "./queries/effective";
import { getPolicy } from "./queries/policy";

const database = useTestDatabase();
const write = testGrant("policy.write");
const read = testGrant("policy.read");
const PASSWORDS = { juliet: "pw-juliet", romeo: "pw-romeo" };

async function apply(changes: PolicyChange[]) {
  const policy = await getPolicy(read);
  const { version } = policy?.draft ?? { version: 0 };
  const saved = await saveDraft(write, { version, changes, reason: "a test of the real thing" });
  const fileHash = policy?.plan.fileHash ?? null;
  const result = await applyDraft(write, { version: saved, fileHash });
  if ("ripeAt" in result) throw new Error("a second person was asked");
  return result;
}

const inForce = async (host: string, name: string) =>
  (await askInForce(read)).values.find((it) => it.host === host && it.name === name)?.value;

describe.skipIf(findProsody() === null)("a real Prosody", () => {
  let prosody: Awaited<ReturnType<typeof startProsody>>;

  beforeAll(async () => {
    prosody = await startProsody({
      sql: prosodyLine(database),
      accounts: PASSWORDS,
      managed: true,
    });
    for (let n = 0; n < 100 && !existsSync(prosody.socket); n += 1) await sleep(100);
    process.env.PROSODY_CONFIG = prosody.config;
    process.env.PROSODY_MANAGED_CONFIG = prosody.managed;
    process.env.PROSODY_ADMIN_SOCKET = prosody.socket;
    resetEnv();
  });
  afterAll(async () => {
    for (const name of ["CONFIG", "MANAGED_CONFIG", "ADMIN_SOCKET"])
      delete process.env[`PROSODY_${name}`];
    resetEnv();
    await prosody?.stop();
  });

  test("takes what is applied at once, and says so", async () => {
    expect(await inForce(HOST, "archive_expires_after")).toBe("1y");
    const { reload } = await apply([
      { host: HOST, name: "archive_expires_after", value: "270d" },
      { host: ROOMS, name: "muc_log_expires_after", value: "never" },
      { host: "*", name: "dont_archive_namespaces", value: ["urn:xmpp:größe", "urn:x"] },
    ]);
    expect(reload).toBe("socket");
    expect(await inForce(HOST, "archive_expires_after")).toBe("270d");
    expect(await inForce("*", "archive_expires_after")).toBe("1y");
    expect(await inForce(ROOMS, "muc_log_expires_after")).toBe("never");
    expect(await inForce(HOST, "dont_archive_namespaces")).toEqual(["urn:xmpp:größe", "urn:x"]);
    expect((await askInForce(read)).version).toMatch(/^(0\.12|13)$/);
  });

  test("archives, or does not, as the policy says", async () => {
    const juliet = await connect({
      port: prosody.port,
      user: "juliet",
      password: PASSWORDS.juliet,
      resource: "balcony",
    });
    const say = async (id: string) => {
      await sendText(juliet, `romeo@${HOST}`, id, `said ${id}`);
      await drain(juliet);
    };
    await say("one");
    await apply([{ host: HOST, name: "default_archive_policy", value: false }]);
    await say("two");
    await apply([{ host: HOST, name: "default_archive_policy", value: true }]);
    await say("three");
    expect(await queryArchive(juliet)).toEqual(["said one", "said three"]);
    await juliet.stop();
  });

  test("that refuses the whole leaves the file as it was, and what is in force", async () => {
    const before = readFileSync(prosody.managed, "utf8");
    const config = readFileSync(prosody.config, "utf8");
    // Our parser cannot know that this fails while it runs.
    writeFileSync(
      prosody.config,
      config.replace("VirtualHost", 'if false then end error("no") VirtualHost'),
    );
    await expect(
      apply([{ host: HOST, name: "archive_expires_after", value: "30d" }]),
    ).rejects.toMatchObject({ details: { reason: "policy-prosody-refused" } });
    expect(readFileSync(prosody.managed, "utf8")).toBe(before);
    writeFileSync(prosody.config, config);
    expect(await inForce(HOST, "archive_expires_after")).toBe("270d");
  });

  test("that is not there is told, and nothing is said to be in force", async () => {
    process.env.PROSODY_ADMIN_SOCKET = `${prosody.socket}.gone`;
    resetEnv();
    expect((await askInForce(read)).state).toBe("away");
    chmodSync(prosody.managed, 0o600);
    await expect(
      apply([{ host: HOST, name: "archive_expires_after", value: "60d" }]),
    ).rejects.toMatchObject({ details: { reason: "policy-prosody-away" } });
  });
});
