import { beforeAll, describe, expect, test } from "vitest";
import { listWeakerPromises } from "@/lib/access/guarantees";
import { missingIndexes } from "@/lib/archive/projection/message-indexes";
import { openReveal, type Reading } from "@/lib/auth/reading";
import { migrate } from "@/lib/db/migrate";
import { pools } from "@/lib/db/pools";
import { parseQuery } from "@/lib/search/language/parse-query";
import { forgetFrequencies } from "@/lib/search/queries/frequencies";
import { MOST_LOOKED_THROUGH } from "@/lib/search/queries/pieces";
import { searchMessages } from "@/lib/search/queries/search";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { muniment } from "@/lib/testing/muniment";
import { withSecret } from "@/lib/testing/secret";
import { adoptAll, indexAll, indexSteps } from "@/lib/testing/stages";

const database = useTestDatabase({ fixture: "prosody-0.12" });
withSecret();

const grant = testGrant("search.text", ["compliance"]);
const weaker = () => listWeakerPromises(testGrant("operator.manage"));
const search = (reading: Reading, text: string) =>
  searchMessages(grant, [reading], {
    query: parseQuery(text),
    zone: "UTC",
    order: "newest",
    before: null,
    limit: 50,
    copies: "rows",
  });
const EVERYTHING = { host: null, user: null } as const;
const ALICE = { host: "chat.example", user: "alice" } as const;
const open = (scope: typeof EVERYTHING | typeof ALICE) =>
  openReveal(testGrant("archive.read", ["compliance"]), { ...scope, reason: "without extensions" });

/** As a provider does that keeps a list of what may be had. */
async function refuseExtensions(): Promise<void> {
  await database.superuser().unsafe(`
    drop schema console cascade; drop schema console_migrations cascade;
    create function public.refuse_extension() returns event_trigger language plpgsql as $$
      begin raise exception 'not on the list' using errcode = 'feature_not_supported'; end $$;
    create event trigger refuse_extension on ddl_command_start when tag in ('CREATE EXTENSION')
      execute function public.refuse_extension()`);
}

const SEARCH_PROMISES = ["search-scope", "search-substring"];

describe("where extensions are refused", () => {
  let everything: Reading;
  let alice: Reading;

  beforeAll(async () => {
    await refuseExtensions();
    await migrate(database.url());
    await adoptAll();
    await indexAll();
    await database.superuser()`vacuum (analyze) console.message`;
    forgetFrequencies();
    everything = await open(EVERYTHING);
    alice = await open(ALICE);
  }, 300_000);

  test("set-up and the first build succeed, and the index of words knows words alone", async () => {
    const columns = await database.superuser()<{ name: string; columns: number }[]>`
      select c.relname::text as name, i.indnatts::int as columns from pg_index i
        join pg_class c on c.oid = i.indexrelid
      where c.relname in ('message_search', 'message_substring') order by 1`;
    expect(columns).toEqual([{ name: "message_search", columns: 1 }]);
    expect(await missingIndexes(pools().jobs)).toEqual([]);
  });

  test("which promises are weaker is said under Access and by muniment info", async () => {
    expect(await weaker()).toEqual(expect.arrayContaining(SEARCH_PROMISES));
    const { out } = await muniment(["info"]);
    for (const promise of SEARCH_PROMISES) expect(out).toContain(promise);
    const json = JSON.parse((await muniment(["info", "--json"])).out);
    expect(json.database.weaker).toEqual(expect.arrayContaining(SEARCH_PROMISES));
  });

  test("words are found as ever, in all archives and in one", async () => {
    const all = await search(everything, "lorem");
    const one = await search(alice, "lorem");
    expect(all.hits.length).toBeGreaterThan(one.hits.length);
    expect(one.hits.length).toBeGreaterThan(0);
    expect(one.hits.every((it) => it.owner.user === "alice")).toBe(true);
    expect(all.searched.unindexed).toBeNull();
  });

  test("pieces of text are looked for message by message beyond one archive, and that is said", async () => {
    const all = await search(everything, 'substring:"ore"');
    expect(all.hits.length).toBeGreaterThan(0);
    expect(all.searched).toMatchObject({ unindexed: "extension", cut: false });
    expect((await search(everything, 'substring:"or"')).searched.unindexed).toBe("short");
    const one = await search(everything, 'substring:"ore" in:alice@chat.example');
    expect(one.hits.length).toBeGreaterThan(0);
    expect(one.searched.unindexed).toBeNull();
    const said = await muniment(["search", 'substring:"ore"', "--reason", "without extensions"]);
    expect(said.out).toContain("Pieces of text are in no index here");
  });

  test("in too many messages they are refused at once, with the way out; in one archive they are not", async () => {
    const sql = database.superuser();
    const [before] = await sql<{ rows: number }[]>`
      select reltuples::float8 as rows from pg_class where oid = 'console.message'::regclass`;
    await sql`update pg_class set reltuples = ${MOST_LOOKED_THROUGH * 2}::float4
      where oid = 'console.message'::regclass`;
    forgetFrequencies();
    await expect(search(everything, 'substring:"ore"')).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/no extension pg_trgm.*in:/),
      details: { reason: "pieces-extension" },
    });
    // What the index of words leaves is little enough.
    const rare = await search(everything, 'substring:"ore" kind:correction');
    expect(rare.searched.unindexed).toBe("extension");
    const one = await search(everything, 'substring:"ore" in:alice@chat.example');
    expect(one.hits.length).toBeGreaterThan(0);
    expect((await search(everything, "lorem")).hits.length).toBeGreaterThan(0);
    await sql`update pg_class set reltuples = ${before?.rows ?? 0}::float4
      where oid = 'console.message'::regclass`;
    forgetFrequencies();
  });

  test("a login that may not create them goes on without; once it may, the next start mends it", async () => {
    const sql = database.superuser();
    await sql`drop event trigger refuse_extension`;
    await sql.unsafe(
      `revoke create on database ${database.name()} from muniment_migrate, prosody, public`,
    );
    await migrate(database.url());
    expect(await weaker()).toEqual(expect.arrayContaining(SEARCH_PROMISES));

    await sql.unsafe(`grant create on database ${database.name()} to muniment_migrate`);
    await migrate(database.url());
    expect(await weaker()).not.toEqual(expect.arrayContaining(["search-scope"]));
    const between = await search(everything, 'substring:"ore"');
    expect(between.searched.unindexed).toBe("building");
    for (const end = Date.now() + 120_000; (await missingIndexes(pools().jobs)).length > 0; ) {
      if (Date.now() > end) throw new Error("the indexes were not built");
      await indexSteps(1);
      await new Promise((done) => setTimeout(done, 20));
    }
    const after = await search(everything, 'substring:"ore"');
    expect(after.searched.unindexed).toBeNull();
    const ids = (page: typeof after) => page.hits.map((it) => it.line.message.rowId);
    expect(ids(after)).toEqual(ids(between));
  });
});
