import fs from "node:fs";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { PROSODY_012, restoreDump } from "@/lib/testing/dump";
import { catalogueFingerprint } from "@/lib/testing/fingerprint";
import { createReferenceTables } from "@/lib/testing/reference-layout";
import { grantRoles } from "@/lib/testing/roles";
import { EmbeddedPostgres } from "@/scripts/lib/pg.mjs";
import { makeTempFolder } from "@/scripts/lib/temp-folder.mjs";

export type OwnLayout = "prosody" | "reference";
export type OwnLogin = "prosody" | "muniment";

/** A database with Prosody's two tables, and how they look to whoever owns them. */
export type Archive = {
  /** Of the database. */
  name: string;
  /** DATABASE_URL. */
  url: string;
  /** Everything in the catalogue and in the rows of Prosody's two tables. */
  fingerprint(): Promise<unknown>;
  /** The same, before Muniment was started. */
  untouched: unknown;
};

/** A PostgreSQL that Muniment did not make. */
export class OwnServer {
  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnServer> {
    const folder = makeTempFolder("muniment-own");
    const dir = path.join(folder, "postgres");
    const server = new EmbeddedPostgres({ dir, port: 0, fast: true });
    await server.start();
    const own = new OwnServer(folder, server);
    await own.asSuperuser("postgres", (sql) => own.createLogin(sql, "prosody"));
    return own;
  }

  /** With the rows of a real Prosody 0.12, and nothing of Muniment's but the roles that its login needs. */
  async createArchive(layout: OwnLayout, login: OwnLogin): Promise<Archive> {
    const name = `of_${layout}`;
    await this.createEmpty(name);
    await this.asSuperuser(name, async (sql) => {
      await sql`set role prosody`;
      if (layout === "reference") await createReferenceTables(sql);
      else await restoreDump(sql, PROSODY_012);
      await sql`reset role`;
      if (login === "muniment") {
        await grantRoles(sql);
        await this.createLogin(sql, login);
      }
      await sql`vacuum analyze`;
    });
    const fingerprint = () => this.asSuperuser(name, fingerprintOf);
    return { name, url: this.server.url(name, login), fingerprint, untouched: await fingerprint() };
  }

  /** As somebody makes it who then starts a Prosody. Returns its address with Prosody's login. */
  async createEmpty(name: string): Promise<string> {
    await this.asSuperuser("postgres", (sql) =>
      sql.unsafe(`create database ${name} owner prosody`),
    );
    await this.asSuperuser(name, (sql) => sql`grant create, usage on schema public to prosody`);
    return this.server.url(name, "prosody");
  }

  private async createLogin(sql: Sql, role: OwnLogin): Promise<void> {
    const { password } = new URL(this.server.url("postgres", role));
    const [found] = await sql`select from pg_roles where rolname = ${role}`;
    if (!found) await sql.unsafe(`create role ${role} login`);
    await sql.unsafe(`alter role ${role} password '${decodeURIComponent(password)}'`);
  }

  async asSuperuser<T>(database: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const sql = postgres(this.server.url(database), { max: 1, onnotice: () => {} });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 2 });
    }
  }

  async stop(): Promise<void> {
    await this.server.stop();
    this.server.removeTestData();
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function fingerprintOf(sql: Sql): Promise<unknown> {
  const rows = await sql`
    select 'prosodyarchive' as name, count(*)::int as rows, md5(string_agg(a::text, '' order by a::text))
      from prosodyarchive a
    union all
    select 'prosody', count(*)::int, md5(string_agg(p::text, '' order by p::text)) from prosody p`;
  return { catalogue: await catalogueFingerprint(sql), rows: [...rows] };
}
