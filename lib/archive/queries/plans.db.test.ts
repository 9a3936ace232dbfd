import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { indexAll } from "@/lib/testing/stages";
import { countInBuckets } from "./histogram-buckets";
import { loadProjectedPage } from "./load-projected-page";
import { findOwnerFacts } from "./names";
import { findOtherCopy } from "./other-copy";
import { findOwnerScope } from "./owner-scope";
import { listConversationLines } from "./projected-conversations";
import { listStoreLines, ownerLinesQuery } from "./projected-owners";
import { projectedStamps } from "./projected-stamps";

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

/** Tables that grow with the archive: nothing on the way to a page may read one from end to end. */
const BIG = new Set(["prosodyarchive", "message", "counted"]);

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodes(child);
}

describe("the plans of what pages ask, on 100,000 rows", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
  const alice = { host: "chat.example", user: "alice" };
  let explained: Sql;
  const notices: string[] = [];

  beforeAll(async () => {
    // The fixture eight times over, each time as other people of the same hosts.
    await database.prosody()`
      insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select host, "user" || '-' || n, store, key, "when", "with", type, value
      from prosodyarchive, generate_series(1, 8) n where store in ('archive', 'muc_log')`;
    await indexAll();
    await database.superuser().unsafe("vacuum analyze prosodyarchive");
    await database.superuser().unsafe("vacuum analyze console.message");
    const url = new URL(database.url());
    const superuser = database.superuser().options;
    url.username = String(superuser.user);
    url.password = String(superuser.pass ?? "");
    explained = postgres(url.href, {
      max: 1,
      onnotice: ({ message }) => notices.push(message ?? ""),
    });
    await explained.unsafe(`
      load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_format = json;
      set auto_explain.log_level = notice; set auto_explain.log_analyze = on;
      set plan_cache_mode = force_custom_plan; set jit = off`);
  }, 600_000);

  afterAll(() => explained.end({ timeout: 2 }));

  /** Every plan that ran while `ask` did. */
  async function plansOf(ask: () => Promise<unknown>): Promise<Node[]> {
    notices.length = 0;
    await ask();
    return notices.flatMap((text) => {
      const json = text.slice(text.indexOf("{"));
      return text.includes("plan:") ? [(JSON.parse(json) as { Plan: Node }).Plan] : [];
    });
  }

  async function expectIndexes(ask: () => Promise<unknown>): Promise<void> {
    const plans = await plansOf(ask);
    expect(plans.length).toBeGreaterThan(0);
    const scans = plans
      .flatMap((plan) => [...nodes(plan)])
      .filter((it) => BIG.has(it["Relation Name"] ?? ""));
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.filter((it) => it["Node Type"] === "Seq Scan")).toEqual([]);
  }

  const place = { kind: "newest" } as const;
  const criteria = { ...alice, peer: null, place, limit: 200 };

  it("has a hundred thousand rows", async () => {
    const [row] = await database.superuser()<{ rows: number }[]>`
      select count(*)::int as rows from console.message`;
    expect(row?.rows).toBeGreaterThan(100_000);
  });

  it("pages, with everything that folds into them", async () => {
    await expectIndexes(() => loadProjectedPage(explained, criteria, null));
    const peer = "bob@chat.example";
    await expectIndexes(() => loadProjectedPage(explained, { ...criteria, peer }, null));
    const date = { kind: "date", date: "2020-01-01", zone: "Asia/Kathmandu" } as const;
    await expectIndexes(() => loadProjectedPage(explained, { ...criteria, place: date }, null));
    const room = { host: "rooms.chat.example", user: "general" };
    await expectIndexes(() => loadProjectedPage(explained, { ...criteria, ...room }, null));
  });

  it("histograms", async () => {
    const scope = await findOwnerScope(explained, alice);
    for (const peer of [null, "bob@chat.example"]) {
      const stamps = projectedStamps(explained, scope, peer);
      await expectIndexes(() => stamps.span());
      const { first, last } = await stamps.span();
      const question = { unit: "day", zone: "Asia/Kathmandu", first: first!, last: last! } as const;
      const between = stamps.between(question.first, question.last);
      await expectIndexes(async () => countInBuckets(explained, question, between));
    }
  });

  it("conversations and their last rows", async () => {
    const scope = await findOwnerScope(explained, alice);
    const question = { filter: "", after: null, limit: 100 };
    await expectIndexes(() => listConversationLines(explained, scope, question));
  });

  it("names, owners and stores", async () => {
    const question = { host: null, filter: "", sort: "rows", after: null, limit: 100 } as const;
    const owners = await ownerLinesQuery(explained, question, []);
    await expectIndexes(() => findOwnerFacts(explained, owners));
    const plans = await plansOf(async () => {
      await ownerLinesQuery(explained, question, []);
      await listStoreLines(explained, alice);
    });
    const read = plans.flatMap((it) => [...nodes(it)]).map((it) => it["Relation Name"]);
    expect(read.filter((name) => name !== undefined && BIG.has(name))).toEqual([]);
  });

  it("the other copy", async () => {
    const page = await loadProjectedPage(
      explained,
      { ...criteria, peer: "bob@chat.example" },
      null,
    );
    const row = [...page.gathered.rows.values()].find((it) => it.story.facts?.id)!.story;
    const scope = await findOwnerScope(pools().interactive, alice);
    await expectIndexes(() => findOtherCopy(explained, scope, row, false));
  });
});
