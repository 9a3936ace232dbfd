import postgres, { type Sql } from "postgres";
import { migrate } from "@/lib/db/migrate";
import { closePools } from "@/lib/db/pools";
import { resetEnv } from "@/lib/env";
import { createProsodyTables } from "@/lib/prosody/create-tables";
import { copyDatabase } from "./copy-database";
import { PROSODY_012, restoreDump } from "./dump";
import type { TestCluster } from "./global-setup";
import { createReferenceTables } from "./reference-layout";
import { grantRoles } from "./roles";
import { adoptAll, indexAll } from "./stages";

/** `bare`: Prosody's alone; `plain`: our roles and the migrated console schema, too. */
const STAGES = ["bare", "plain", "adopted", "indexed"] as const;
export type Stage = (typeof STAGES)[number];

const TEMPLATE_LOCK = 7_282_900;

export type Fixture = "empty" | "prosody-0.12" | "reference";

/** Name of a database to copy from; made by the first file that asks for it, others wait. */
export async function ensureTemplate(
  cluster: TestCluster,
  fixture: Fixture,
  stage: Stage,
): Promise<string> {
  const server = connect(cluster.superuser, "postgres");
  try {
    await server`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    return await build(server, cluster, fixture, stage);
  } finally {
    await server.end({ timeout: 2 });
  }
}

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
  const source = before && (await build(server, cluster, fixture, before));
  await copyDatabase(server, draft, source);
  await server.unsafe(`grant create on database ${draft} to muniment_migrate, prosody`);
  if (stage === "bare") await fill(cluster, draft, fixture);
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
    await sql`vacuum analyze`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Migrates, adopts or indexes, with the product's own code in this process. */
async function advance(cluster: TestCluster, database: string, stage: Stage): Promise<void> {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = cluster.muniment.replace("{database}", database);
  resetEnv();
  try {
    if (stage === "plain") await installConsole(cluster, database);
    else if (stage === "adopted") await adoptAll();
    else await indexAll();
  } finally {
    await closePools();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    resetEnv();
  }
}

async function installConsole(cluster: TestCluster, database: string): Promise<void> {
  const sql = connect(cluster.superuser, database);
  try {
    await grantRoles(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
  await migrate(cluster.muniment.replace("{database}", database));
}

function connect(address: string, database: string): Sql {
  return postgres(address.replace("{database}", database), { max: 1, onnotice: () => {} });
}
