import type { PendingQuery, Row } from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { pools } from "@/lib/db/pools";
import { layout } from "@/lib/prosody/layouts/detect";
import { useTestDatabase } from "@/lib/testing/database";
import { partiesOf } from "./resolve-names";
import { findRowsById } from "./rows-by-id";

// Names and ids are looked up at each keystroke: by an index on every PostgreSQL, however many there are.

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });

type Plan = {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  Plans?: Plan[];
};

async function planOf<T extends Row>(query: PendingQuery<T[]>): Promise<Plan[]> {
  const sql = pools().search;
  const [row] = await sql<{ "QUERY PLAN": { Plan: Plan }[] }[]>`explain (format json) ${query}`;
  const all = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(all)];
  return row?.["QUERY PLAN"].flatMap((it) => all(it.Plan)) ?? [];
}

const scans = (plans: Plan[]) =>
  plans.filter((it) => it["Node Type"] === "Seq Scan").map((it) => it["Relation Name"]);

describe("what a search looks up before it begins", () => {
  beforeAll(async () => {
    const sql = database.superuser();
    await sql`insert into console.party (name)
      select md5(n::text) || '@many.example' from generate_series(1, 30000) n`;
    await sql`insert into console.party (name) values ('ali_ce@one.example'), ('alixce@one.example')`;
    await sql`analyze console.party`;
    await sql`analyze console.message`;
  });

  it("finds a name, and names that begin like it, by the index", async () => {
    for (const name of ["alice", "ali*", "alice@chat.example"]) {
      const plans = await planOf(partiesOf(pools().search, name));
      expect(plans.map((it) => it["Index Name"])).toContain("party_name_unique");
      expect(scans(plans), name).toEqual([]);
    }
  });

  it("takes a beginning literally", async () => {
    const names = async (name: string) =>
      (await partiesOf(pools().search, name)).map((it) => it.name);
    expect(await names("ali_ce")).toEqual(["ali_ce@one.example"]);
    expect(await names("ali_*")).toEqual(["ali_ce@one.example"]);
    expect(await names("%*")).toEqual([]);
    expect(await names("alice")).toContain("alice@chat.example");
  });

  it("finds an archive id in all archives at once", async () => {
    const sql = database.superuser();
    const [row] = await sql<{ id: number; key: string; owner: number }[]>`
      select a.sort_id::float8 as id, a.key, m.owner_id as owner
      from prosodyarchive a join console.message m using (sort_id) where a.store = 'archive' limit 1`;
    const { id, key, owner } = row!;
    const it = await layout();
    const find = (ids: string[], owners: number[] | null) =>
      findRowsById(pools().search, it, ids, owners);
    expect(await find([key], null)).toEqual([{ rowId: id }]);
    expect(await find([key], [owner])).toEqual([{ rowId: id }]);
    expect(await find([key], [owner + 100_000])).toEqual([]);
    expect(await find([`${key}x`], null)).toEqual([]);
    const plans = await planOf(find([key], null));
    expect(plans.map((plan) => plan["Index Name"])).toContain("message_key");
    expect(scans(plans)).toEqual([]);
  });
});
