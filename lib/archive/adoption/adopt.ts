import "server-only";
import type { Sql } from "postgres";
import { recordAudit } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { withMaintenance } from "@/lib/db/maintenance";
import { databaseUrl } from "@/lib/db/pools";
import { sqlState } from "@/lib/db/transaction";
import type { ConsoleError } from "@/lib/errors";
import { adoptionObjects, CAPTURE_TRIGGERS } from "@/lib/prosody/adoption/objects";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import type { Layout, LayoutName } from "@/lib/prosody/layouts/layout";
import { refusal } from "@/lib/refusal";
import { withAdoptionLock } from "./lock";
import { planObjects } from "./plan";

export type AdoptionResult = {
  layout: LayoutName;
  table: string;
  /** Names of what was added or repaired; empty when everything was there. */
  created: string[];
};

type Options = { log?: (line: string) => void };

/**
 * Adds to Prosody's table what is missing, one object after the other, each with its own lock timeout;
 * run again after an interruption it goes on where it stopped. The index is then built by the worker.
 *
 * @throws ConsoleError `not-found` without an archive table, `forbidden` when the login does not own
 *   it, `busy` when its lock could not be had
 */
export async function adopt(
  grant: Grant<"storage.maintain">,
  { log = () => {} }: Options = {},
): Promise<AdoptionResult> {
  return withMaintenance(databaseUrl(), (sql) =>
    withAdoptionLock(sql, async () => {
      const layout = await detectLayout(sql);
      if (!layout) throw noArchive();
      const missing = await missingObjects(sql, layout);
      const result = { layout: layout.name, table: layout.table, created: missing.names };
      if (missing.names.length === 0) return result;
      const subject = layout.table;
      const details = { objects: missing.names };
      const refersTo = await recordAudit(grant, {
        action: "adoption.apply",
        phase: "asked",
        subject,
        details,
      });
      try {
        await apply(sql, layout, missing, log);
      } catch (error) {
        await recordAudit(grant, { action: "adoption.apply", phase: "refused", subject, refersTo });
        throw explain(error);
      }
      await recordAudit(grant, {
        action: "adoption.apply",
        phase: "done",
        subject,
        refersTo,
        details,
      });
      return result;
    }),
  );
}

type Missing = { names: string[]; capture: boolean };

async function missingObjects(sql: Sql, layout: Layout): Promise<Missing> {
  const objects = (await planObjects(sql, layout)).filter((it) => it.state !== "present");
  return {
    names: objects.map((it) => it.name),
    capture: objects.some((it) => CAPTURE_TRIGGERS.includes(it.name) && it.state === "missing"),
  };
}

async function apply(
  sql: Sql,
  layout: Layout,
  missing: Missing,
  log: (line: string) => void,
): Promise<void> {
  // Whatever was deleted while a capture trigger was missing never reached the projection.
  if (missing.capture) await sql`update console.indexer_state set rebuild = true where one`;
  for (const object of adoptionObjects(layout)) {
    if (!missing.names.includes(object.name)) continue;
    log(`${object.kind} ${object.name}: ${object.purpose}`);
    await object.create(sql, layout);
  }
}

export function noArchive(): ConsoleError {
  return refusal("not-found", "archive-missing");
}

const INSUFFICIENT_PRIVILEGE = "42501";

export function explain(error: unknown): unknown {
  if (sqlState(error) !== INSUFFICIENT_PRIVILEGE) return error;
  return refusal("forbidden", "adoption-not-owner", { cause: error });
}
