import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const database = "**/*.db.test.ts";
const launcher = "scripts/*.launcher.test.mjs";
const elsewhere = ["**/node_modules/**", ".next/**", "dist/**", "e2e/**"];

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
          include: ["{app,components,lib}/**/*.test.{ts,tsx}", "scripts/**/*.test.{ts,mjs}"],
          exclude: [...elsewhere, database, launcher],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{app,components,lib,scripts}/**/*.db.test.ts"],
          exclude: elsewhere,
          globalSetup: ["lib/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
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
