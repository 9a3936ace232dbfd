import "server-only";
import type { ISql } from "postgres";
import { keyedHash } from "@/lib/audit/keyed-hash";
import { pools } from "@/lib/db/pools";
import { env } from "@/lib/env";
import { addressBucket } from "./address";

/** From the failure of this number on, each one doubles the wait: 1 s, 2 s, 4 s, … */
export const SLOW_FROM = { account: 3, address: 20 } as const;
export const MAX_WAIT_SECONDS = 900;

export type Attempt = { name: string; address: string };

type Counter = { key: string; slowFrom: number };

/** Names are kept as keyed hashes: people type passwords into the wrong field. Always in this order. */
function counters({ name, address }: Attempt): Counter[] {
  return [
    { key: accountKey(name), slowFrom: SLOW_FROM.account },
    { key: `address:${addressBucket(address)}`, slowFrom: SLOW_FROM.address },
  ];
}

const accountKey = (name: string) => `account:${keyedHash("throttle", name)}`;

/**
 * Counts the attempt as failed before its password is looked at, so that parallel guesses gain nothing.
 * `blocked`: it must not be looked at for `waitSeconds` (and was not counted). Otherwise `waitSeconds` is
 * how long the next one has to wait should this one fail. Names that exist and names that do not count alike.
 */
export async function admitAttempt(
  attempt: Attempt,
): Promise<{ blocked: boolean; waitSeconds: number }> {
  const both = counters(attempt);
  try {
    return await pools().interactive.begin(async (tx) => {
      for (const counter of both) if (!(await count(tx, counter))) throw new Blocked();
      return { blocked: false, waitSeconds: await waitSeconds(tx, both) };
    });
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    const seconds = await waitSeconds(pools().interactive, both);
    return { blocked: true, waitSeconds: Math.max(1, seconds) };
  }
}

/** Rolls both counters back: a refused attempt leaves no trace, so it cannot prolong anybody's wait. */
class Blocked extends Error {}

/** False while the counter is blocked. A day without failures forgets the earlier ones. */
async function count(tx: ISql, { key, slowFrom }: Counter): Promise<boolean> {
  const rows = await tx`
    insert into console.sign_in_throttle as t (key, failures, last_at, blocked_until)
    values (${key}, 1, clock_timestamp(), null)
    on conflict (key) do update set
      failures = case when t.last_at < now() - interval '1 day' then 1 else t.failures + 1 end,
      last_at = clock_timestamp(),
      blocked_until = case
        when t.last_at < now() - interval '1 day' or t.failures + 1 < ${slowFrom} then null
        else clock_timestamp() + interval '1 second'
          * least(${MAX_WAIT_SECONDS}, 2 ^ least(t.failures + 1 - ${slowFrom}, 20)) end
    where t.blocked_until is null or t.blocked_until <= clock_timestamp()
    returning 1`;
  return rows.length === 1;
}

async function waitSeconds(sql: ISql, both: Counter[]): Promise<number> {
  const [row] = await sql<{ seconds: number }[]>`
    select coalesce(ceil(extract(epoch from max(blocked_until) - clock_timestamp())), 0)::int as seconds
    from console.sign_in_throttle where key in ${sql(both.map(({ key }) => key))}`;
  return Math.max(0, row!.seconds);
}

/** The password was right: the account starts afresh, the address gets back what the attempt cost it. */
export async function forgiveAttempt(tx: ISql, attempt: Attempt): Promise<void> {
  const [account, address] = counters(attempt);
  await tx`delete from console.sign_in_throttle where key = ${account!.key}`;
  await tx`
    update console.sign_in_throttle set failures = failures - 1, blocked_until = null
    where key = ${address!.key} and failures > 0`;
  await tx`
    delete from console.sign_in_throttle where key in (
      select key from console.sign_in_throttle where last_at < now() - interval '1 day'
      for update skip locked limit 100)`;
}

/** For an administrator who resets or enables an account. Without the secret there are no counters to find. */
export async function clearThrottle(tx: ISql, name: string): Promise<void> {
  if (!env().secret) return;
  await tx`delete from console.sign_in_throttle where key = ${accountKey(name)}`;
}
