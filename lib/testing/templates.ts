import postgres, { type Sql } from "postgres";
import { migrate } from "@/lib/db/migrate";
import { closePools } from "@/lib/db/pools";
import { resetEnv } from "@/lib/env";
import { createProsodyTables } from "@/lib/prosody/create-tables";
import { PROSODY_012, restoreDump } from "./dump";
import type { TestCluster } from "./global-setup";
import { createReferenceTables } from "./reference-layout";
import { grantRoles } from "./roles";

export type TemplateOptions = {
  /** Prosody's empty tables; the rows of a real Prosody 0.12; the same in the layout of the operators' page. */
  fixture?: "empty" | "prosody-0.12" | "reference";
  adopted?: boolean;
  indexed?: boolean;
};

const STAGES = ["plain", "adopted", "indexed"] as const;
type Stage = (typeof STAGES)[number];

const TEMPLATE_LOCK = 7_282_900;

/** Name of a database to copy from; made by the first file that asks for it, others wait. */
export async function ensureTemplate(
  cluster: TestCluster,
  options: TemplateOptions,
): Promise<string> {
  const fixture = options.fixture ?? "empty";
  const stage: Stage = options.indexed ? "indexed" : options.adopted ? "adopted" : "plain";
  const server = connect(cluster.superuser, "postgres");
  try {
    await server`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    return await build(server, cluster, fixture, stage);
  } finally {
    await server.end({ timeout: 2 });
  }
}

type Fixture = NonNullable<TemplateOptions["fixture"]>;

async function build(
  server: Sql,
  cluster: TestCluster,
  fixture: Fixture,
  stage: Stage,
): Promise<string> {
  const name = `template_${fixture.replace(/\W/g, "_")}_${stage}`;
  const [found] = await server`select from pg_database where datname = ${name}`;
  if (found) return name;
  const draft = `${name}_draft`;
  await server.unsafe(`drop database if exists ${draft} with (force)`);
  const before = STAGES[STAGES.indexOf(stage) - 1];
  if (before) {
    const source = await build(server, cluster, fixture, before);
    await server.unsafe(`create database ${draft} template ${source} strategy file_copy`);
  } else {
    await server.unsafe(`create database ${draft} strategy file_copy`);
  }
  await server.unsafe(`grant create on database ${draft} to muniment_migrate, prosody`);
  if (stage === "plain") await fill(cluster, draft, fixture);
  else await advance(cluster, draft, stage);
  // A killed run leaves a draft, never a template that looks complete.
  await server.unsafe(`alter database ${draft} rename to ${name}`);
  return name;
}

async function fill(cluster: TestCluster, database: string, fixture: Fixture): Promise<void> {
  const sql = connect(cluster.superuser, database);
  try {
    await sql`grant create, usage on schema public to prosody`;
    if (fixture === "empty") await createProsodyTables(sql, "prosody");
    else {
      await sql`set role prosody`;
      if (fixture === "reference") await createReferenceTables(sql);
      else await restoreDump(sql, PROSODY_012);
      await sql`reset role`;
    }
    await grantRoles(sql);
    await sql`vacuum analyze`;
  } finally {
    await sql.end({ timeout: 2 });
  }
  await migrate(cluster.muniment.replace("{database}", database));
}

/** Adopts, or indexes, with the product's own code in this process. */
async function advance(cluster: TestCluster, database: string, stage: Stage): Promise<void> {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = cluster.muniment.replace("{database}", database);
  resetEnv();
  try {
    const steps = await import("./stages");
    await (stage === "adopted" ? steps.adoptAll() : steps.indexAll());
  } finally {
    await closePools();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    resetEnv();
  }
}

function connect(address: string, database: string): Sql {
  return postgres(address.replace("{database}", database), { max: 1, onnotice: () => {} });
}
