import { pgSchema } from "drizzle-orm/pg-core";

/** Everything of ours lives here; Prosody's tables are described in lib/prosody/tables.ts and never migrated. */
export const consoleSchema = pgSchema("console");
