import "server-only";
import type { Sql } from "postgres";
import type { OwnerRef } from "@/lib/archive/criteria";
import { directStamps } from "@/lib/archive/queries/direct-stamps";
import { countInBuckets, unitFor } from "@/lib/archive/queries/histogram-buckets";
import { loadDirectPage } from "@/lib/archive/queries/load-direct-page";
import { loadProjectedPage } from "@/lib/archive/queries/load-projected-page";
import { findOwnerScope } from "@/lib/archive/queries/owner-scope";
import { listConversationLines } from "@/lib/archive/queries/projected-conversations";
import {
  listHostLines,
  listStoreLines,
  ownerLinesQuery,
} from "@/lib/archive/queries/projected-owners";
import { projectedStamps } from "@/lib/archive/queries/projected-stamps";
import type { Layout } from "@/lib/prosody/layouts/layout";

/** What is asked: of which archive, and whether the projection may answer. */
export type Ask = { owner: OwnerRef; projected: boolean; layout: Layout };

type Page = {
  /** Only from the projection. */
  needsProjection: boolean;
  run(sql: Sql, ask: Ask): Promise<unknown>;
};

const YEAR = 31_556_952;
const projectedOnly = (run: Page["run"]): Page => ({ needsProjection: true, run });

/** Every page whose statements can be looked at, and the two that Prosody itself depends on. */
export const PAGES = {
  hosts: projectedOnly((sql) => listHostLines(sql)),
  owners: projectedOnly((sql) =>
    ownerLinesQuery(
      sql,
      { host: null, filter: "", sort: "rows", after: null, limit: 100 },
      [],
    ).then((rows) => rows),
  ),
  stores: projectedOnly((sql, { owner }) => listStoreLines(sql, owner)),
  conversations: projectedOnly(async (sql, { owner }) => {
    const scope = await findOwnerScope(sql, owner);
    return listConversationLines(sql, scope, { filter: "", after: null, limit: 100 });
  }),
  transcript: {
    needsProjection: false,
    run: (sql, { owner, projected }) => {
      const criteria = { ...owner, peer: null, place: { kind: "newest" }, limit: 200 } as const;
      return projected
        ? loadProjectedPage(sql, criteria, null)
        : loadDirectPage(sql, criteria, null);
    },
  },
  histogram: {
    needsProjection: false,
    run: async (sql, { owner, projected }) => {
      const stamps = projected
        ? projectedStamps(sql, await findOwnerScope(sql, owner), null)
        : await directStamps(sql, owner, null);
      const { first, last } = await stamps.span();
      if (first === null || last === null) return [];
      const unit = unitFor(first, last);
      return countInBuckets(
        sql,
        { unit, zone: "UTC", first, last },
        stamps.between(first, last),
      ).then((rows) => rows);
    },
  },
  /** A client that opens a history: the newest page of an archive, as mod_storage_sql asks. */
  "prosody-page": {
    needsProjection: false,
    run: (sql, { owner, layout }) =>
      sql`
      select key, type, value from ${sql.unsafe(layout.table)} a
      where host = ${owner.host} and "user" = ${owner.user} and store = 'archive'
      order by ${sql.unsafe(layout.name === "prosody" ? "a.sort_id" : layout.when)} desc limit 50`.then(
        (rows) => rows,
      ),
  },
  /** What expires on a host each night: the condition of Prosody's one DELETE. Nothing is deleted here. */
  "prosody-expiry": {
    needsProjection: false,
    run: (sql, { owner, layout }) =>
      sql`
      select 1 as one from ${sql.unsafe(layout.table)} a
      where host = ${owner.host} and store = 'archive'
        and ${sql.unsafe(layout.when)} <= extract(epoch from now())::int - ${YEAR}::int limit 10000`.then(
        (rows) => rows,
      ),
  },
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as PageName[];
