import { mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { EmbeddedPostgres } from "@/scripts/lib/pg.mjs";

/** Addresses of the cluster the integration tests share; `{database}` stands for its name. */
export type TestCluster = { superuser: string; prosody: string; muniment: string };

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
    /** Package of the PostgreSQL to run on (vitest.config.ts); null: the one of the product. */
    postgres: string | null;
  }
}

/** One real PostgreSQL for the whole run, in a folder that goes away with it. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const { postgres: binaries } = project.getProvidedContext();
  const dir = mkdtempSync(path.join(os.tmpdir(), "muniment-test-"));
  const server = new EmbeddedPostgres({ dir, port: 0, fast: true, binaries });
  await server.start();
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    await sql`create role prosody login`;
    await sql.unsafe(readFileSync(path.resolve("scripts/roles.sql"), "utf8"));
    for (const role of ["prosody", "muniment"]) {
      const password = new URL(server.url("postgres", role)).password;
      await sql.unsafe(`alter role ${role} password '${decodeURIComponent(password)}'`);
    }
  } finally {
    await sql.end();
  }
  const address = (user: string) => server.url("{database}", user);
  project.provide("cluster", {
    superuser: address("postgres"),
    prosody: address("prosody"),
    muniment: address("muniment"),
  });
  return async () => {
    await server.stop();
    server.removeTestData();
  };
}
