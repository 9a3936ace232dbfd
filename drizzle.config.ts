import { defineConfig } from "drizzle-kit";

// Only our own schema: lib/prosody/tables.ts is not listed, so no migration can ever touch Prosody's tables.
export default defineConfig({
  dialect: "postgresql",
  schema: [
    "lib/db/console-schema.ts",
    "lib/archive/tables.ts",
    "lib/archive/projection/rollups/tables.ts",
    "lib/auth/tables.ts",
    "lib/audit/tables.ts",
    "lib/search/tables.ts",
    "lib/approvals/tables.ts",
    "lib/holds/tables.ts",
    "lib/retention/tables.ts",
    "lib/jobs/tables.ts",
    "lib/jobs/schedule/tables.ts",
    "lib/storage/tables.ts",
    "lib/expiry/tables.ts",
    "lib/policy/tables.ts",
    "lib/worker/tables.ts",
    "lib/db/tables.ts",
  ],
  out: "drizzle",
  schemaFilter: ["console"],
  migrations: { schema: "console_migrations" },
});
