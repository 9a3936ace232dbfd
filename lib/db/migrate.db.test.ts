import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, test } from "vitest";
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

test("who may not make the schema is told so, and what would help", async () => {
  const superuser = database.superuser();
  await superuser.unsafe(`drop schema console cascade; drop schema console_migrations cascade;
    revoke create on database ${database.name()} from muniment_migrate, prosody`);
  await expect(migrate(database.url())).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringMatching(
      new RegExp(`GRANT CREATE ON DATABASE ${database.name()} TO muniment_migrate$`),
    ),
  });
  await superuser.unsafe(
    `grant create on database ${database.name()} to muniment_migrate, prosody`,
  );
  await migrate(database.url());
});

test("the audit chain in the migrations is the one that drizzle/sql describes", () => {
  const folder = path.join(projectRoot(), "drizzle");
  const read = (...parts: string[]) => readFileSync(path.join(folder, ...parts), "utf8");
  expect(read("0001_audit_chain.sql")).toBe(read("sql", "audit.sql"));
});

/** What this run was asked to run on: the product's own, or an older one (vitest.config.ts). */
const asked = Number(inject("postgres")?.replace("postgres-", "") ?? 18);

test("pools act as our roles, with the settings that the server has", async () => {
  const [web] = await pools().interactive`
    select current_user::text as role, current_setting('plan_cache_mode') as plans,
      current_setting('statement_timeout') as limit,
      current_setting('client_connection_check_interval', true) as gone`;
  expect(web).toEqual({
    role: "muniment_web",
    plans: "force_custom_plan",
    limit: "5s",
    gone: asked >= 14 ? "1s" : null,
  });
  const [worker] = await pools().jobs`select current_user::text as role`;
  expect(worker?.role).toBe("muniment_worker");
  expect((await consoleDb().execute("select 1 as one"))[0]).toEqual({ one: 1 });
});

test("the server is described as it is, with what it promises less of", async () => {
  const look = () => describeDatabase(pools().interactive);
  const disconnect = asked < 14 ? ["disconnect"] : [];
  const found = await look();
  expect(Math.floor(found.versionNumber / 10_000)).toBe(asked);
  expect(found).toMatchObject({
    name: database.name(),
    login: "muniment",
    role: "muniment_web",
    weaker: [...disconnect, ...(asked < 15 ? ["public-schema"] : [])],
  });
  await database.superuser()`revoke create on schema public from public`;
  expect((await look()).weaker).toEqual(disconnect);
  await database.superuser()`grant create on schema public to public`;
  expect((await look()).weaker).toEqual([...disconnect, "public-schema"]);
});
