import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { describeDatabase } from "./describe";
import { migrate } from "./migrate";
import { consoleDb, pools } from "./pools";
import { projectRoot } from "./project-root";

const database = useTestDatabase();

const tables = () => database.superuser()<{ name: string }[]>`
  select table_name as name from information_schema.tables where table_schema = 'console' order by 1`;

test("migrating again changes nothing", async () => {
  const before = await tables();
  await migrate(database.url());
  expect(await tables()).toEqual(before);
  expect(before.map((t) => t.name)).toContain("audit_entry");
});

test("several processes may migrate an empty database at once", async () => {
  await database
    .superuser()
    .unsafe("drop schema console cascade; drop schema console_migrations cascade");
  await Promise.all([migrate(database.url()), migrate(database.url()), migrate(database.url())]);
  const [count] = await database.superuser()<{ n: number }[]>`
    select count(*)::int as n from console_migrations.__drizzle_migrations`;
  const journal = readdirSync(path.join(projectRoot(), "drizzle")).filter((f) =>
    f.endsWith(".sql"),
  );
  expect(count?.n).toBe(journal.length);
});

test("the audit chain in the migrations is the one that drizzle/sql describes", () => {
  const folder = path.join(projectRoot(), "drizzle");
  const read = (...parts: string[]) => readFileSync(path.join(folder, ...parts), "utf8");
  expect(read("0001_audit_chain.sql")).toBe(read("sql", "audit.sql"));
});

test("pools act as our roles, with our settings", async () => {
  const [web] = await pools().interactive`
    select current_user::text as role, current_setting('plan_cache_mode') as plans,
      current_setting('statement_timeout') as limit, current_setting('client_connection_check_interval') as gone`;
  expect(web).toEqual({
    role: "muniment_web",
    plans: "force_custom_plan",
    limit: "5s",
    gone: "1s",
  });
  const [worker] = await pools().jobs`select current_user::text as role`;
  expect(worker?.role).toBe("muniment_worker");
  expect((await consoleDb().execute("select 1 as one"))[0]).toEqual({ one: 1 });
  expect(await describeDatabase(pools().interactive)).toMatchObject({
    name: database.name(),
    login: "muniment",
    role: "muniment_web",
    weaker: [],
  });
});
