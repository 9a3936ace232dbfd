import "server-only";
import { z } from "zod";
import type { OwnerRef } from "@/lib/archive/criteria";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { refusal } from "@/lib/refusal";
import type { PagePlan } from "../database-views";
import { PAGE_NAMES, PAGES, type PageName } from "./explain/pages";
import { planTree } from "./explain/plan-tree";
import { recordPlans } from "./explain/record-plans";

export const explainParams = z.object({
  page: z.enum(PAGE_NAMES as [PageName, ...PageName[]]),
  host: z.string().max(1_023).optional(),
  user: z.string().max(1_023).optional(),
  /** 1: EXPLAIN ANALYZE. */
  analyze: z.enum(["0", "1"]).optional(),
});

type Question = { page: PageName; owner: OwnerRef | null; analyze: boolean };

/**
 * The plans of everything a page asks, of one archive (null: the largest, which is the worst case). A page's
 * later statements depend on its earlier ones, so they are run as the page runs them, within its limits;
 * nothing of what they find leaves here. With `analyze` each is run once more under EXPLAIN ANALYZE.
 * @throws ConsoleError `conflict` where the page needs an index of Muniment's that is not built
 */
export async function explainPage(
  _grant: Grant<"storage.read">,
  { page, owner, analyze }: Question,
): Promise<PagePlan> {
  const { interactive } = pools();
  const [layout, projected] = await Promise.all([archiveLayout(), isProjected()]);
  if (PAGES[page].needsProjection && !projected) throw refusal("conflict", "explain-no-index");
  const about = owner ?? (await largestOwner(layout));
  if (!about) throw refusal("not-found", "explain-nobody");
  const { sql, plans } = recordPlans(interactive, analyze);
  await PAGES[page].run(sql, { owner: about, projected, layout });
  return { page, owner: about, analyzed: analyze, statements: plans.map(planTree) };
}

/** From the counts of owners; before there are any, whoever an index gives first. */
async function largestOwner({ table }: Layout): Promise<OwnerRef | null> {
  const { interactive: sql } = pools();
  const [counted] = await sql<OwnerRef[]>`
    select h.host, o."user" from console.owner o join console.host h on h.id = o.host_id
    where o.messages order by o.rows desc, o.id limit 1`;
  if (counted) return counted;
  const [any] = await sql<OwnerRef[]>`
    select host, "user" from ${sql.unsafe(table)} where store = 'archive' limit 1`;
  return any ?? null;
}
