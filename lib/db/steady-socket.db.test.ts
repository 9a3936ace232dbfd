import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { pools } from "./pools";

const database = useTestDatabase();

const cut = () => database.superuser()`select pg_terminate_backend(pid) from pg_stat_activity
  where application_name like 'muniment %' and datname = ${database.name()}`;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("a transaction whose connection is lost fails, and the pool goes on", async () => {
  for (const when of ["between", "during", "waiting"] as const) {
    const work = pools().interactive.begin(async (tx) => {
      await tx`select 1`;
      if (when === "during") {
        setTimeout(() => void cut().then(() => {}), 50);
        await tx`select pg_sleep(5)`;
      } else await cut();
      if (when === "waiting") await pause(200);
      await tx`select 2`;
      await tx`select 3`;
    });
    await expect(work).rejects.toMatchObject({
      code: expect.stringMatching(/^(57P01|CONN|ECONN|EPIPE)/),
    });
    const answers = await Promise.all(
      [1, 2, 3].map((n) => retried(() => pools().interactive`select ${n}::int as n`)),
    );
    expect(answers.map((rows) => rows[0]?.n)).toEqual([1, 2, 3]);
  }
});

test("statements of a lost transaction never reach the connection that follows", async () => {
  const lost = pools().audit.begin(async (tx) => {
    await cut();
    await pause(50);
    await tx`select set_config('application_name', 'stray', false)`;
  });
  await expect(lost).rejects.toThrow();
  const names = await Promise.all(
    [1, 2, 3, 4, 5].map(() => retried(() => pools().audit`show application_name`)),
  );
  expect(new Set(names.map((rows) => rows[0]?.application_name))).toEqual(
    new Set(["muniment audit"]),
  );
});

test("many at once, cut again and again", async () => {
  let done = false;
  const cutter = (async () => {
    while (!done) {
      await cut();
      await pause(40);
    }
  })();
  let good = 0;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let n = 0; n < 25; n += 1) {
        await pools()
          .jobs.begin(async (tx) => {
            await tx`select 1`;
            await pause(Math.random() * 20);
            await tx`select ${"x".repeat(2_000)}::text`;
            good += 1;
          })
          .catch(() => {});
      }
    }),
  );
  done = true;
  await cutter;
  expect(good).toBeGreaterThan(0);
  expect((await retried(() => pools().jobs`select 1 as one`))[0]).toEqual({ one: 1 });
}, 60_000);

async function retried<T>(work: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 20) throw error;
      await pause(100);
    }
  }
}
