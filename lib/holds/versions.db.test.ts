import { randomInt } from "node:crypto";
import type { ISql } from "postgres";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { prosodyStatements as prosody } from "@/lib/testing/prosody-statements";
import { pick } from "@/lib/testing/storm";
import { placeHold } from "./place";
import { type HoldScopeInput, holdScope } from "./schema";
import type { HoldScope } from "./views";

const STATEMENTS = 10_000;
const WRITERS = 3;
const START = 1_700_000_000;
const SPAN = 1_000_000;
const PEOPLE = ["anna", "bert", "cleo", "dora", "emil"];
const HOSTS = ["a.example", "b.example"];

const database = useTestDatabase({ adopted: true });
const placing = testGrant("hold.place");

const someTime = () => START + randomInt(SPAN);
const someone = () => ({ host: pick(HOSTS), user: pick(PEOPLE) });
const someKey = () => `k${randomInt(25)}`;
const other = () => `${pick(PEOPLE)}@${pick(HOSTS)}`;

type Deed = (sql: ISql) => PromiseLike<unknown>;

/** As Prosody sends them: mod_mam's expiry, quotas, rooms, PEP, moderation, accounts, rosters. */
const DEEDS: Record<string, { often: number; deed: Deed }> = {
  message: {
    often: 40,
    deed: (sql) =>
      prosody.append(sql, { ...someone(), when: someTime(), with: other(), body: "x".repeat(40) }),
  },
  republish: {
    often: 20,
    deed: (sql) => {
      const row = { ...someone(), store: "pep_urn:xmpp:avatar:data", key: someKey(), with: "" };
      return prosody.append(sql, { ...row, when: someTime(), value: `<pep n='${randomInt(9)}'/>` });
    },
  },
  say: {
    often: 20,
    deed: (sql) => {
      const row = { host: "rooms.example", user: pick(["dock", "pier"]), store: "muc_log" };
      return prosody.append(sql, {
        ...row,
        key: someKey(),
        when: someTime(),
        with: "message<groupchat",
      });
    },
  },
  moderate: {
    often: 15,
    deed: (sql) =>
      prosody.set(sql, {
        ...{ host: "rooms.example", user: pick(["dock", "pier"]), store: "muc_log" },
        ...{ key: someKey(), value: `<message><retracted n='${randomInt(9)}'/></message>` },
      }),
  },
  roster: {
    often: 20,
    deed: async (sql) => {
      const { host, user } = someone();
      const key = someKey();
      await sql`delete from prosody where host = ${host} and "user" = ${user} and store = 'roster' and key = ${key}`;
      await sql`insert into prosody values (${host}, ${user}, 'roster', ${key}, 'json', ${`${randomInt(9)}`})
        on conflict (host, "user", store, key) do update set value = excluded.value`;
    },
  },
  expire: {
    often: 3,
    deed: (sql) => prosody.expire(sql, pick(HOSTS), "archive", START + randomInt(SPAN / 2)),
  },
  quota: {
    often: 6,
    deed: (sql) => {
      const { host, user } = someone();
      return prosody.truncateTo(sql, host, user, "archive", 10);
    },
  },
  destroyRoom: {
    often: 1,
    deed: (sql) => prosody.purgeUser(sql, "rooms.example", pick(["dock", "pier"])),
  },
  deleteAccount: {
    often: 1,
    deed: async (sql) => {
      const { host, user } = someone();
      await prosody.purgeUser(sql, host, user);
      await sql`delete from prosody where host = ${host} and "user" = ${user}`;
    },
  },
};

const LOTTERY = Object.values(DEEDS).flatMap(({ often, deed }) => Array<Deed>(often).fill(deed));

const HOLDS: HoldScopeInput[] = [
  { kind: "person", jid: "anna@a.example" },
  { kind: "person", jid: "bert@a.example", from: START + 200_000, until: START + 700_000 },
  { kind: "room", jid: "dock@rooms.example" },
  { kind: "conversation", jid: "cleo@a.example", with: "dora@b.example" },
  { kind: "host", host: "b.example", from: START + 500_000 },
];

/** What the triggers say, said again in another language. */
function covers(scope: HoldScope, row: Shadow): boolean {
  const { host, user, peer } = scope;
  if (row.when === null)
    return peer === null && row.host === host && (user === null || row.user === user);
  if (scope.from !== null && row.when < scope.from) return false;
  if (scope.until !== null && row.when > scope.until) return false;
  if (peer === null) return row.host === host && (user === null || row.user === user);
  const [me, mine] = [`${row.user}@${row.host}`, `${user}@${host}`];
  return (me === mine && row.with === peer) || (me === peer && row.with === mine);
}

type Shadow = {
  at: number;
  host: string;
  user: string;
  when: number | null;
  with: string | null;
  version: string;
};

/** A witness of the test's own: every version that went, with its moment. */
async function watch(): Promise<void> {
  await database.superuser().unsafe(`
    create table public.shadow (at timestamptz not null, host text, "user" text, "when" integer,
      "with" text, version text);
    grant insert on public.shadow to public;
    create function public.shadow_archive() returns trigger language plpgsql as $$ begin
      insert into public.shadow values (clock_timestamp(), old.host, old."user", old."when", old."with",
        concat_ws('|', old.sort_id, old.host, old."user", old.store, old.key, old."when", old."with", old.value));
      return null; end $$;
    create function public.shadow_map() returns trigger language plpgsql as $$ begin
      insert into public.shadow values (clock_timestamp(), old.host, old."user", null, null,
        concat_ws('|', old.host, old."user", old.store, old.key, old.value));
      return null; end $$;
    create trigger shadow after delete on prosodyarchive for each row execute function shadow_archive();
    create trigger shadow_change after update on prosodyarchive for each row
      when (old is distinct from new) execute function shadow_archive();
    create trigger shadow after delete on prosody for each row execute function shadow_map();
    create trigger shadow_change after update on prosody for each row
      when (old is distinct from new) execute function shadow_map();`);
}

test(`of ${STATEMENTS} statements of Prosody, with holds placed while it writes, no version is missing`, async () => {
  await watch();
  let left = STATEMENTS;
  const write = async () => {
    while (left-- > 0) {
      await database
        .prosody()
        .begin((tx) => pick(LOTTERY)(tx))
        .catch(again);
    }
  };
  const placed = new Map<number, HoldScope>();
  const place = async () => {
    for (const [n, input] of HOLDS.entries()) {
      while (left > STATEMENTS * (0.95 - n * 0.1)) await new Promise((done) => setTimeout(done, 5));
      const scope = holdScope.parse(input);
      placed.set((await placeHold(placing, { scope, reason: "matter 4711" })).id, scope);
    }
  };
  await Promise.all([...Array.from({ length: WRITERS }, write), place()]);

  const sql = database.superuser();
  const gone = await sql<Shadow[]>`
      select extract(epoch from at)::float8 as at, host, "user", "when", "with", version from shadow`;
  const held = await sql<{ id: number; version: string }[]>`
      select hold_id as id, concat_ws('|', sort_id, host, "user", store, key, "when", "with", value) as version
      from console.held_row`;
  const kept = new Set(held.map(({ id, version }) => `${id}|${version}`));
  let wanted = 0;
  const missing: string[] = [];
  const asked = new Set<string>();
  for (const [id, scope] of placed) {
    const [since] = await sql<{ at: number }[]>`
        select extract(epoch from in_force_since)::float8 as at from console.hold where id = ${id}`;
    for (const row of gone) {
      if (!covers(scope, row)) continue;
      asked.add(`${id}|${row.version}`);
      if (row.at < (since?.at ?? 0)) continue;
      wanted += 1;
      if (!kept.has(`${id}|${row.version}`)) missing.push(`${id}|${row.version}`);
    }
  }
  expect(missing).toEqual([]);
  expect(wanted).toBeGreaterThan(1_000);
  // And nothing else was kept.
  expect([...kept].filter((it) => !asked.has(it))).toEqual([]);
}, 600_000);

/** Prosody takes up a transaction again that met another's. */
function again(error: unknown): void {
  const code = (error as { code?: string }).code;
  if (code !== "40P01" && code !== "40001" && code !== "23505") throw error;
}
