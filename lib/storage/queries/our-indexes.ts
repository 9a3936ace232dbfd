import "server-only";
import type { Sql } from "postgres";
import { planObjects } from "@/lib/archive/adoption/plan";
import { missingIndexes } from "@/lib/archive/projection/message-indexes";
import type { Queryable } from "@/lib/db/transaction";
import { rowIdIndex, timeIndex } from "@/lib/prosody/adoption/time-index";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { IndexReason, IndexUse } from "../advice/words";

const ON_ARCHIVE: Record<string, IndexUse> = {
  [timeIndex.name]: "muniment-time",
  [rowIdIndex.name]: "muniment-row-id",
};

/** Which page or query an index of ours is for; every index in our schema is ours. */
export function useOfOurs(schema: string, name: string): IndexUse | null {
  const onArchive = ON_ARCHIVE[name];
  if (onArchive) return onArchive;
  if (schema !== "console") return null;
  if (name === "message_search") return "muniment-words";
  if (name === "message_substring") return "muniment-substring";
  return name.startsWith("message_") ? "muniment-pages" : "muniment-console";
}

export type MissingOfOurs = {
  name: string;
  schema: string;
  table: string;
  use: IndexUse;
  reason: IndexReason;
  definition: string;
};

/** What adopt() adds to Prosody's table, and what the worker makes on the projection. */
export async function missingOfOurs(sql: Sql, layout: Layout): Promise<MissingOfOurs[]> {
  const [objects, messages] = await Promise.all([planObjects(sql, layout), missingMessages(sql)]);
  const schema = layout.table.slice(0, layout.table.lastIndexOf("."));
  const adopted = objects
    .filter((it) => it.kind === "index" && it.state === "missing")
    .map(
      (it): MissingOfOurs => ({
        ...{ name: it.name, schema, table: layout.table, reason: "adopt-lacks" },
        use: ON_ARCHIVE[it.name] ?? "muniment-console",
        definition: it.statements[0] ?? "",
      }),
    );
  return [...adopted, ...messages];
}

async function missingMessages(sql: Queryable): Promise<MissingOfOurs[]> {
  const missing = await missingIndexes(sql);
  return missing.map(({ name, on }) => ({
    ...{ name, schema: "console", table: "console.message", reason: "worker-lacks" },
    use: useOfOurs("console", name) ?? "muniment-console",
    definition: `create index concurrently ${name} on ${on}`,
  }));
}
