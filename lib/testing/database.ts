import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { closePools } from "@/lib/db/pools";
import { resetEnv } from "@/lib/env";
import { copyDatabase } from "./copy-database";
import { adoptAll, indexAll } from "./stages";
import { ensureTemplate, type Fixture } from "./templates";

export type TestDatabaseOptions = {
  /** Prosody's empty tables; the rows of a real Prosody 0.12; the same in the layout of the operators' page. */
  fixture?: Fixture;
  /** With the index and the triggers on Prosody's table. */
  adopted?: boolean;
  /** With a finished projection, too. */
  indexed?: boolean;
  /** Who DATABASE_URL signs in as: our login with its roles, or Prosody's own role without them. */
  login?: "muniment" | "prosody";
};

export type TestDatabase = {
  name: () => string;
  /** DATABASE_URL of this file. */
  url: () => string;
  /** As PostgreSQL's superuser: to prepare and to look. */
  superuser: () => Sql;
  /** As Prosody: to do what Prosody does. */
  prosody: () => Sql;
};

/**
 * A database of its own for one test file, copied from a template and dropped afterwards. Call it at the
 * top of the file; env() and pools() then lead to it. `adopted` has the index and the triggers,
 * `indexed` also a finished projection. Default: empty tables of Prosody, migrated console schema.
 */
export function useTestDatabase(options: TestDatabaseOptions = {}): TestDatabase {
  const cluster = inject("cluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const at = (address: string) => address.replace("{database}", name);
  const url = at(cluster[options.login ?? "muniment"]);
  let open: { superuser: Sql; prosody: Sql } | null = null;
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    const stage = stageOf(options);
    const template = await ensureTemplate(cluster, options.fixture ?? "empty", stage);
    await createDatabase(cluster.superuser, name, template);
    open = { superuser: connect(at(cluster.superuser)), prosody: connect(at(cluster.prosody)) };
    process.env.DATABASE_URL = url;
    resetEnv();
    if (options.login === "prosody") await installWithoutRoles(url, options);
  });

  afterAll(async () => {
    await closePools();
    await Promise.all(Object.values(open ?? {}).map((sql) => sql.end({ timeout: 2 })));
    await withServer(cluster.superuser, (sql) =>
      sql.unsafe(`drop database if exists ${name} with (force)`),
    );
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    resetEnv();
  });

  const need = () => {
    if (!open) throw new Error("the test database exists from beforeAll on");
    return open;
  };
  return {
    name: () => name,
    url: () => url,
    superuser: () => need().superuser,
    prosody: () => need().prosody,
  };
}

function stageOf({ login, adopted, indexed }: TestDatabaseOptions) {
  if (login === "prosody") return "bare";
  if (indexed) return "indexed";
  return adopted ? "adopted" : "plain";
}

/** As where an operator gives us Prosody's own login: it then owns everything of ours, too. */
async function installWithoutRoles(url: string, { adopted, indexed }: TestDatabaseOptions) {
  await migrate(url);
  if (adopted || indexed) await adoptAll();
  if (indexed) await indexAll();
}

/** Copies a template; grants on a database itself are not copied and are given anew. */
export async function createDatabase(superuser: string, name: string, template: string) {
  await withServer(superuser, async (sql) => {
    await copyDatabase(sql, name, template);
    await sql.unsafe(`grant create on database ${name} to muniment_migrate, prosody`);
  });
}

async function withServer<T>(address: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(address.replace("{database}", "postgres"), 1);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function connect(url: string, max = 4): Sql {
  return postgres(url, { max, onnotice: () => {} });
}
