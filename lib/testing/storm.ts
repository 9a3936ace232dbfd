import { randomInt } from "node:crypto";
import type { ISql, Sql } from "postgres";
import { prosodyStatements as prosody } from "./prosody-statements";

const PEOPLE = ["anna", "bert", "cleo", "dora", "emil", "fred"];
const HOSTS = ["a.example", "a.example", "b.example"];
const STORES = ["archive", "archive", "muc_log", "pep_x"];
const START = 1_700_000_000;
/** Before 1970, the last second of a quarter-hour, of a day and of a year, and the last of all. */
const ODD_TIMES = [-1, 0, 899, 86_399, 1_704_067_199, 2_147_483_647];

export const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;
export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** In no order: of seven months, the last ten minutes, or an odd one. */
function someTime(): number {
  if (randomInt(40) === 0) return pick(ODD_TIMES);
  return randomInt(4) === 0
    ? Math.floor(Date.now() / 1_000) - randomInt(600)
    : START + randomInt(18_000_000);
}

type Owner = { host: string; user: string; store: string };
type Deed = (tx: ISql, owner: Owner, when: number) => PromiseLike<unknown>;
const someKey = () => `k${randomInt(60)}`;

/** What Prosody, or an operator in psql, might do; the first ones more often. */
const DEEDS: Record<string, Deed> = {
  append: (tx, owner, when) =>
    prosody.append(tx, { ...owner, key: someKey(), when, with: `${pick(PEOPLE)}@a.example` }),
  appendNew: (tx, owner, when) =>
    prosody.append(tx, { ...owner, when, body: "x".repeat(randomInt(800)) }),
  moderate: (tx, owner, when) =>
    prosody.set(tx, {
      ...owner,
      key: someKey(),
      value: `<message from='x@y/z'><body>${when}</body></message>`,
    }),
  deleteOne: (tx, { host }) =>
    tx`delete from prosodyarchive where host = ${host} and key = ${someKey()}`,
  move: (tx, { host, user }, when) =>
    tx`update prosodyarchive set "when" = ${when}, "with" = ${pick(PEOPLE)} || '@a.example'
      where host = ${host} and "user" = ${user} and key = ${someKey()}`,
  insertMany: (tx, { host, user, store }, when) => tx`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    select ${host}, ${user}, ${store}, gen_random_uuid()::text, least(${when} + n * 700, 2147483647),
      'x@y', 'xml', '<message><body>' || repeat('y', n::int) || '</body></message>'
    from generate_series(1::bigint, ${randomInt(60) + 1}) n`,
  updateMany: (tx, { user }, when) => tx`
    update prosodyarchive set value = value || ' ' where "user" = ${user}
      and "when" between ${when} and least(${when}::bigint + 200000, 2147483647)`,
  deleteMany: (tx, _, when) => tx`
    delete from prosodyarchive where "when" between ${when}
      and least(${when}::bigint + ${randomInt(300_000)}, 2147483647)`,
  expire: (tx, { host, store }) => prosody.expire(tx, host, store, START + randomInt(2_000_000)),
  truncateTo: (tx, { host, user, store }) => prosody.truncateTo(tx, host, user, store, 60),
  purgeUser: (tx, { host, user }) => prosody.purgeUser(tx, host, user),
};

const OFTEN: Record<string, number> = { append: 40, appendNew: 40, moderate: 8, deleteOne: 8 };
const SELDOM = ["expire", "truncateTo", "purgeUser"];
const LOT = Object.keys(DEEDS).flatMap((name) =>
  new Array<string>(OFTEN[name] ?? (SELDOM.includes(name) ? 1 : 5)).fill(name),
);

/** Two transactions with the same key, or in each other's way: what Prosody meets, too. */
const MET = ["23505", "40P01", "40001"];

/** Statements done by name, and how many of them were rolled back. */
export type StormCounts = Record<string, number>;

/** Random transactions one after the other, some of which are slow, and some rolled back. */
export async function storm(sql: Sql, statements: number): Promise<StormCounts> {
  const counts: StormCounts = { all: 0, undone: 0 };
  const undo = new Error("undo");
  while ((counts.all ?? 0) < statements) {
    const names = Array.from({ length: randomInt(4) + 1 }, () => pick(LOT));
    const work = sql.begin(async (tx) => {
      for (const name of names) {
        const owner = { host: pick(HOSTS), user: pick(PEOPLE), store: pick(STORES) };
        await DEEDS[name]?.(tx, owner, someTime());
      }
      if (randomInt(20) === 0) await pause(randomInt(40));
      if (randomInt(8) === 0) throw undo;
    });
    const undone = await work.then(
      () => false,
      (error: unknown) => {
        if (error === undo || MET.includes((error as { code?: string }).code ?? "")) return true;
        throw error;
      },
    );
    for (const name of ["all", ...names, ...(undone ? names.map(() => "undone") : [])]) {
      counts[name] = (counts[name] ?? 0) + (name === "all" ? names.length : 1);
    }
  }
  return counts;
}
