import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { closePools, pools } from "@/lib/db/pools";
import { resetEnv } from "@/lib/env";
import { PROSODY_012, restoreDump } from "@/lib/testing/dump";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { testGrant } from "@/lib/testing/grants";
import { prosodyStatements } from "@/lib/testing/prosody-statements";
import { createReferenceTables } from "@/lib/testing/reference-layout";
import { grantRoles } from "@/lib/testing/roles";
import {
  type SystemServer,
  startSystemPostgres,
  systemPostgres,
} from "@/lib/testing/system-postgres";
import { adopt } from "./adopt";
import { release } from "./release";

const grant = testGrant("storage.maintain");
const bin = systemPostgres();

test("CI has a PostgreSQL of the system", () => {
  expect(bin !== null || process.env.CI !== "true").toBe(true);
});

describe.skipIf(bin === null)("on the system's own PostgreSQL", () => {
  let server: SystemServer;
  let sql: Sql;
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    server = await startSystemPostgres(bin ?? "");
    const first = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
    await first`create role prosody login`;
    for (const name of ["prosody_layout", "reference_layout"])
      await first.unsafe(`create database ${name}`);
    await first.end();
  });
  afterAll(async () => {
    await closePools();
    await sql?.end();
    await server?.stop();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    resetEnv();
  });

  async function open(database: string): Promise<void> {
    await closePools();
    await sql?.end();
    sql = postgres(server.url(database), { max: 2, onnotice: () => {} });
    process.env.DATABASE_URL = server.url(database, "muniment");
    resetEnv();
  }

  test.each(["prosody_layout", "reference_layout"])(
    "%s: adopt, index, release; pg_dump says the same before and after",
    async (database) => {
      await open(database);
      await sql`grant create, usage on schema public to prosody`;
      await sql.begin(async (tx) => {
        await tx`set local role prosody`;
        // Safe: both only run statements.
        const inside = tx as unknown as Sql;
        await (database === "prosody_layout"
          ? restoreDump(inside, PROSODY_012)
          : createReferenceTables(inside));
      });
      await grantRoles(sql);
      await migrate(server.url(database, "muniment"));
      const dump = () => server.dump(database, "--schema=public");
      const start = dump();

      await adopt(grant);
      await expectTrueProjection({ superuser: () => sql });
      expect(dump()).not.toBe(start);

      await release(grant);
      expect(dump()).toBe(start);
    },
    60_000,
  );

  test("an adopted archive is kept true", async () => {
    await open("prosody_layout");
    await adopt(grant);
    await prosodyStatements.append(sql, { body: "new" });
    await prosodyStatements.purgeUser(sql, "chat.example", "alice");
    await prosodyStatements.expire(sql, "corp.example", "archive", 2_000_000_000);
    await expectTrueProjection({ superuser: () => sql });
    const [role] = await pools().jobs`select current_user::text as role`;
    expect(role).toEqual({ role: "muniment_worker" });
  });
});
