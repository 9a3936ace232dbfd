import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { openReveal, type Reading } from "@/lib/auth/reading";
import { ConsoleError } from "@/lib/errors";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { withSecret } from "@/lib/testing/secret";
import type { SearchAccess } from "../access";
import type { SearchCriteria } from "../criteria";
import { parseQuery } from "../language/parse-query";
import { countMatches } from "./count";
import { matchesByMonth } from "./months";
import { searchMessages } from "./search";

// Whoever goes away takes their query with them, also in PostgreSQL. A table that another session has
// locked makes a query last.

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
withSecret();

const grant = testGrant("search.text", ["compliance"]);
let readings: Reading[];
let access: SearchAccess;

beforeAll(async () => {
  const request = { host: null, user: null, reason: "whoever waits no more" };
  readings = [await openReveal(testGrant("archive.read", ["compliance"]), request)];
  access = { grant, readings };
});

const asked = (text: string): SearchCriteria => ({
  query: parseQuery(text),
  zone: "UTC",
  order: "newest",
  before: null,
  limit: 50,
  copies: "one",
});

type Backend = { pid: number; state: string; waits: boolean };
const backends = () => database.superuser()<Backend[]>`
  select pid, state, wait_event_type is not distinct from 'Lock' as waits from pg_stat_activity
  where application_name = 'muniment search' and datname = ${database.name()} order by pid`;

async function until(holds: (all: Backend[]) => boolean): Promise<Backend[]> {
  for (;;) {
    const all = [...(await backends())];
    if (holds(all)) return all;
    await sleep(5);
  }
}

/** Returns how to let go of it. */
async function lockLines(): Promise<() => Promise<void>> {
  const locker = await database.superuser().reserve();
  await locker`begin`;
  await locker`lock table console.message in access exclusive mode`;
  return async () => {
    await locker`rollback`;
    locker.release();
  };
}

type Ask = (signal: AbortSignal) => Promise<unknown>;

/** How a search on a locked table ended, whose signal was given once PostgreSQL let it wait. */
async function leave(ask: Ask): Promise<unknown> {
  const unlock = await lockLines();
  try {
    const leaving = new AbortController();
    const outcome = ask(leaving.signal).catch((error: unknown) => error);
    const waiting = await until((all) => all.some((it) => it.waits));
    leaving.abort();
    const error = await outcome;
    // With the lock still held: nothing of ours waits for it any more, on connections that live on.
    const idle = await until((all) => all.every((it) => it.state === "idle"));
    expect(idle.map((it) => it.pid)).toEqual(waiting.map((it) => it.pid));
    return error;
  } finally {
    await unlock();
  }
}

/** Our own lock timeout may end the query on a machine that is paused just then: then once more. */
async function cancelled(ask: Ask): Promise<ConsoleError> {
  for (let attempt = 0; ; attempt += 1) {
    const error = await leave(ask);
    const code = error instanceof ConsoleError && (error.cause as { code?: string })?.code;
    if (error instanceof ConsoleError && code === "57014") return error;
    if (attempt >= 4) throw error;
  }
}

describe("a query whose asker has gone is cancelled in PostgreSQL", () => {
  const WAYS: Record<string, Ask> = {
    "a page": (signal) => searchMessages(grant, readings, asked("hello"), signal),
    "an id": (signal) => searchMessages(grant, readings, asked("id:abc"), signal),
    "pieces of words": (signal) =>
      searchMessages(grant, readings, asked('substring:"ell"'), signal),
    "a count": (signal) => countMatches(access, asked("hello"), { exact: false }, signal),
    "an exact count": (signal) => countMatches(access, asked("hello"), { exact: true }, signal),
    months: (signal) => matchesByMonth(access, asked("hello"), signal),
  };

  test.each(Object.entries(WAYS))("%s", async (_, ask) => {
    // Opens the connections, and learns what is common.
    await ask(new AbortController().signal);
    const error = await cancelled(ask);
    expect(error).toMatchObject({ code: "unavailable" });
    expect(String(error.cause)).toMatch(/user request/);
    await ask(new AbortController().signal);
  });
});

test("who has gone before there was room is not asked for, nor on the trail", async () => {
  const trail = async () =>
    (await listAudit(testGrant("audit.read"), { limit: 1 })).entries[0]?.seq;
  const before = await trail();
  const gone = searchMessages(grant, readings, asked("hello"), AbortSignal.abort());
  await expect(gone).rejects.toMatchObject({ code: "unavailable" });
  expect(await trail()).toBe(before);
});

test("a full house turns away before anything is asked or written, and forgets nobody", async () => {
  const officer = (n: number) => testGrant("search.text", ["compliance"], `officer ${n}`);
  const opened = await Promise.all(
    Array.from({ length: 7 }, (_, n) =>
      openReveal(testGrant("archive.read", ["compliance"], `officer ${n}`), {
        host: null,
        user: null,
        reason: "all of us at once",
      }),
    ),
  );
  const written = async () =>
    (await database.superuser()`select from console.audit_entry where action = 'search.text'`)
      .length;
  const before = await written();
  const unlock = await lockLines();
  const leaving = Array.from({ length: 200 }, () => new AbortController());
  const outcomes = leaving.map(({ signal }, n) =>
    searchMessages(officer(n % 7), [opened[n % 7]!], asked("hello"), signal).then(
      () => "found",
      (error: ConsoleError) => error.code,
    ),
  );
  // Seven officers with four each: what is more is turned away while the others still wait.
  expect(await Promise.all(outcomes.slice(28))).toEqual(Array(172).fill("busy"));
  for (const it of leaving) it.abort();
  await unlock();
  const all = await Promise.all(outcomes);
  expect(all.filter((it) => it === "busy")).toHaveLength(180);
  expect((await written()) - before).toBeLessThanOrEqual(20);
  await until((backends) => backends.every((it) => it.state === "idle"));
  // Nothing is left of them: as many as have room are served.
  const after = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      searchMessages(officer(n % 5), [opened[n % 5]!], asked("hello")),
    ),
  );
  expect(after.every((it) => it.hits.length > 0)).toBe(true);
});
