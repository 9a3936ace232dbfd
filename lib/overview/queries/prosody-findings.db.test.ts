import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { beat, look, one, outcome, useConfiguration, wrong } from "@/lib/testing/findings";
import { indexAll } from "@/lib/testing/stages";

const configure = useConfiguration();
const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const sql = () => database.superuser();
const prosody = () => database.prosody();

beforeAll(async () => {
  // The fixture has people who never came for their messages.
  await prosody()`delete from prosodyarchive where store = 'offline'`;
  await sql()`update console.indexer_state set checked_at = now()`;
  await sql()`vacuum analyze`;
  await indexAll();
  await sql()`vacuum analyze`;
  await beat(sql());
});

test("map-duplicates and map-unindexed", async () => {
  const twins = prosody();
  await twins`insert into prosody select * from prosody where store = 'roster' limit 2`;
  expect(await one("map-duplicates")).toMatchObject({
    severity: "warning",
    params: { groups: 2 },
  });
  // As Prosody 13 leaves it behind when its unique index cannot be made.
  await twins`drop index prosody_index`;
  expect(await one("map-duplicates")).toMatchObject({ severity: "error" });
  expect(await one("map-unindexed")).toMatchObject({ severity: "error" });
  await twins`delete from prosody a using prosody b
    where (a.host, a."user", a.store, a.key) = (b.host, b."user", b.store, b.key) and a.ctid > b.ctid`;
  await twins`create unique index prosody_unique_index on prosody (host, "user", store, key)`;
  expect(await outcome("map-duplicates")).toBe("pass");
  expect(await outcome("map-unindexed")).toBe("pass");
});

test("broken-rows: what is not well-formed, and not what only is no message", async () => {
  const store = (key: string, value: string, when: number) => prosody()`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    values ('rooms.chat.example', 'general', 'muc_log', ${key}, ${when}, 'presence', 'xml', ${value})`;
  await store("presence", "<presence from='general@rooms.chat.example/bob'/>", 1_780_000_000);
  await indexAll();
  expect(await outcome("broken-rows")).toBe("pass");
  await store("broken", "[deleted]", 1_779_900_000);
  await store("half", "<message><body>half", 1_779_800_000);
  await indexAll();
  const [row] = await sql()<{ id: number }[]>`
    select sort_id::int as id from prosodyarchive where key = 'broken'`;
  expect(await one("broken-rows")).toEqual({
    id: "broken-rows",
    severity: "error",
    params: {
      ...{ rows: 2, owner: "general@rooms.chat.example" },
      ...{ when: 1_779_900_000, rowId: row?.id },
    },
    fix: { href: `/archive/message/${row?.id}` },
  });
  const ofOthers = await look(["admin"], "chat.example");
  expect(ofOthers.findings.some((it) => it.id === "broken-rows")).toBe(false);
  await prosody()`delete from prosodyarchive where key in ('presence', 'broken', 'half')`;
  await indexAll();
  expect(await outcome("broken-rows")).toBe("pass");
});

test("offline-rows", async () => {
  const store = (key: string, days: number) => prosody()`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    values ('chat.example', 'ivan', 'offline', ${key},
      extract(epoch from now())::int - ${days * 86_400}::int, '', 'xml', '<message/>')`;
  await store("young", 10);
  await indexAll();
  expect(await outcome("offline-rows")).toBe("pass");
  await store("old", 200);
  await indexAll();
  expect(await one("offline-rows")).toMatchObject({ params: { rows: 1 } });
  await prosody()`delete from prosodyarchive where store = 'offline'`;
  await indexAll();
  expect(await outcome("offline-rows")).toBe("pass");
});

test("expiry: never ran, overdue, off, and known to be well", async () => {
  configure(`modules_enabled = { "mam" }
    VirtualHost "chat.example"
      archive_expires_after = "30d"
    VirtualHost "corp.example"
      archive_expires_after = "never"
    Component "rooms.chat.example" "muc"
      modules_enabled = { "muc_mam" }
      muc_log_expires_after = "never"`);
  const ran = async (ago: number | null) => {
    await prosody()`delete from prosody where store = 'cron'`;
    if (ago !== null) {
      await prosody()`insert into prosody (host, "user", store, key, type, value)
        values ('chat.example', '', 'cron', 'mam/remove_expired_messages', 'number',
          (extract(epoch from now())::bigint - ${ago}::int)::text)`;
    }
  };
  await ran(null);
  expect(await one("expiry-never-ran")).toMatchObject({ params: { names: ["chat.example"] } });
  await ran(5 * 86_400);
  expect(await wrong()).toEqual(["expiry-overdue"]);
  await ran(3_600);
  expect(await wrong()).toEqual([]);
  expect(await outcome("expiry-overdue")).toBe("pass");
  configure(`modules_enabled = { "mam" }
    VirtualHost "chat.example"
      archive_expires_after = "1.5y"`);
  expect(await one("expiry-meaning")).toMatchObject({
    params: {
      odd: [{ host: "chat.example", setting: 'archive_expires_after = "1.5y"', seconds: 1 }],
    },
  });
  configure(`modules_enabled = { "mam" }
    VirtualHost "chat.example"
      modules_disabled = { "mam" }
    VirtualHost "quiet.example"
      modules_disabled = { "mam" }`);
  expect(await one("archiving-off")).toMatchObject({
    severity: "error",
    params: { names: ["chat.example"] },
  });
});
