import path from "node:path";
import { defineConfig } from "vitest/config";
import { OLDER_POSTGRES } from "./scripts/lib/older-postgres.mjs";

const root = import.meta.dirname;
const database = "**/*.db.test.ts";
/** Not again on older versions: many rounds of what others try as well, or a server of their own. */
const once = "**/*.once.db.test.ts";
const launcher = "scripts/*.launcher.test.mjs";
const elsewhere = ["**/node_modules/**", ".next/**", "dist/**", "e2e/**"];

/**
 * @param binaries package of the PostgreSQL to run on; null for the product's own
 * @param skipped what does not run on it
 */
function integration(name: string, binaries: string | null, skipped: string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include: ["{app,components,lib,scripts}/**/*.db.test.ts"],
      exclude: [...elsewhere, ...skipped],
      globalSetup: ["lib/testing/global-setup.ts"],
      provide: { postgres: binaries },
      // No test is about time: a machine busy with other work must not fail one.
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  };
}

export default defineConfig({
  resolve: {
    alias: { "@": root, "server-only": path.resolve(root, "lib/testing/empty.ts") },
  },
  test: {
    // Two processors run the tests, a PostgreSQL and its clients.
    maxWorkers: 2,
    setupFiles: [path.resolve(root, "lib/testing/fixed-seed.ts")],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // No test is about time: a machine busy with other work must not fail one.
          testTimeout: 120_000,
          include: ["{app,components,lib}/**/*.test.{ts,tsx}", "scripts/**/*.test.{ts,mjs}"],
          exclude: [...elsewhere, database, launcher],
        },
      },
      integration("integration", null, []),
      ...Object.entries(OLDER_POSTGRES).map(([version, binaries]) =>
        integration(`integration-${version}`, binaries, [once]),
      ),
      {
        extends: true,
        test: {
          name: "launcher",
          include: [launcher],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
