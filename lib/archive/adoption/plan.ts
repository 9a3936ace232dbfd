import "server-only";
import type { Sql } from "postgres";
import { pools } from "@/lib/db/pools";
import type { AdoptionObject, AdoptionState } from "@/lib/prosody/adoption/object";
import { adoptionObjects } from "@/lib/prosody/adoption/objects";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import type { Layout, LayoutName } from "@/lib/prosody/layouts/layout";

export type PlannedObject = {
  name: string;
  kind: AdoptionObject["kind"];
  purpose: string;
  state: AdoptionState;
  /** As adopt() runs them. */
  statements: string[];
};

export type AdoptionPlan = {
  layout: LayoutName;
  /** Quoted and schema-qualified; null when there is no archive table. */
  table: string | null;
  /** Nothing is missing. */
  adopted: boolean;
  objects: PlannedObject[];
};

/** What Muniment adds to Prosody's table, and what of it is there. Reads the catalogue only. */
export async function adoptionPlan(sql: Sql = pools().interactive): Promise<AdoptionPlan> {
  const layout = await detectLayout(sql);
  if (!layout) return { layout: "missing", table: null, adopted: false, objects: [] };
  const objects = await planObjects(sql, layout);
  return {
    layout: layout.name,
    table: layout.table,
    adopted: objects.every((it) => it.state === "present"),
    objects,
  };
}

export function planObjects(sql: Sql, layout: Layout): Promise<PlannedObject[]> {
  return Promise.all(
    adoptionObjects(layout).map(async (it) => ({
      name: it.name,
      kind: it.kind,
      purpose: it.purpose,
      state: await it.check(sql, layout),
      statements: it.statements(layout),
    })),
  );
}
