import "server-only";
import type { Sql } from "postgres";
import { chainIdentity } from "@/lib/audit/chain-identity";
import { retireCheckpoints } from "@/lib/audit/checkpoint-file";
import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { PROJECTION_LOCK } from "@/lib/db/locks";
import { withMaintenance } from "@/lib/db/maintenance";
import { MIGRATIONS_SCHEMA } from "@/lib/db/migrate";
import { databaseUrl } from "@/lib/db/pools";
import { adoptionObjects } from "@/lib/prosody/adoption/objects";
import { withLockRetries } from "@/lib/prosody/adoption/retry";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import type { Layout, LayoutName } from "@/lib/prosody/layouts/layout";
import { clearProjection } from "../projection/clear";
import { explain, noArchive } from "./adopt";
import { withAdoptionLock } from "./lock";
import { writeTrail } from "./write-trail";

export type ReleaseResult = {
  layout: LayoutName;
  table: string;
  /** Names of what was taken away; empty when nothing was there. */
  dropped: string[];
  /** Where the audit trail was written before our schemas were dropped; null without `purge`. */
  trail: string | null;
};

type Options = {
  /** Drops our schemas as well, operators and audit trail included; the trail is written to a file first. */
  purge?: boolean;
  log?: (line: string) => void;
};

/**
 * Takes away exactly what adopt() added: Prosody's table is then as it was. The projection is emptied,
 * because nobody would tell it any more what is erased.
 *
 * @throws ConsoleError as adopt() does
 */
export async function release(
  grant: Grant<"storage.maintain">,
  { purge = false, log = () => {} }: Options = {},
): Promise<ReleaseResult> {
  return withMaintenance(databaseUrl(), (sql) =>
    withAdoptionLock(sql, async () => {
      const layout = await detectLayout(sql);
      if (!layout) throw noArchive();
      const subject = layout.table;
      const dropped = await presentObjects(sql, layout);
      const details = { objects: dropped, purge };
      const record = { action: "adoption.release", subject, details } as const;
      const refersTo = await recordAudit(grant, { ...record, phase: "asked" });
      try {
        await takeAway(sql, layout, log);
      } catch (error) {
        await recordAudit(grant, { ...record, phase: "refused", refersTo });
        throw explain(error);
      }
      await recordAudit(grant, { ...record, phase: "done", refersTo });
      const trail = purge ? await purgeSchemas(sql) : null;
      return { layout: layout.name, table: layout.table, dropped, trail };
    }),
  );
}

async function presentObjects(sql: Sql, layout: Layout): Promise<string[]> {
  const names: string[] = [];
  for (const object of adoptionObjects(layout)) {
    if ((await object.check(sql, layout)) !== "missing") names.push(object.name);
  }
  return names;
}

/** Triggers first: from then on the projection is not believed (captured.ts), so it may be emptied. */
async function takeAway(sql: Sql, layout: Layout, log: (line: string) => void): Promise<void> {
  for (const object of adoptionObjects(layout).reverse()) {
    log(`${object.kind} ${object.name}`);
    await object.drop(sql, layout);
  }
  await withLockRetries("The index", () =>
    sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${PROJECTION_LOCK})`;
      await clearProjection(tx, null);
    }),
  );
}

async function purgeSchemas(sql: Sql): Promise<string> {
  const file = await writeTrail(sql);
  await sql.unsafe(`drop schema if exists console, ${MIGRATIONS_SCHEMA} cascade`);
  await retireCheckpoints(await chainIdentity(sql));
  return file;
}
