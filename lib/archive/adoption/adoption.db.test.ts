import { describe, expect, test } from "vitest";
import { projectionStatus } from "@/lib/archive/projection/status";
import { pools } from "@/lib/db/pools";
import { useTestDatabase } from "@/lib/testing/database";
import { catalogueFingerprint } from "@/lib/testing/fingerprint";
import { testGrant } from "@/lib/testing/grants";
import { indexAll } from "@/lib/testing/stages";
import { adopt } from "./adopt";
import { adoptionPlan } from "./plan";
import { release } from "./release";

const grant = testGrant("storage.maintain");

const KINDS = [
  { fixture: "prosody-0.12", login: "muniment", objects: 10 },
  { fixture: "reference", login: "muniment", objects: 11 },
  // An operator who gives us Prosody's own login and no roles.
  { fixture: "prosody-0.12", login: "prosody", objects: 10 },
] as const;

describe.each(KINDS)("$fixture as $login", ({ fixture, login, objects }) => {
  const database = useTestDatabase({ fixture, login });

  test("release leaves Prosody's tables as they were before adopt", async () => {
    const before = await catalogueFingerprint(database.superuser());
    const plan = await adoptionPlan();
    expect(plan.adopted).toBe(false);
    expect(plan.objects.map((it) => it.state)).toEqual(Array(objects).fill("missing"));

    const adopted = await adopt(grant);
    expect(adopted.created).toHaveLength(objects);
    const between = await catalogueFingerprint(database.superuser());
    expect(between).not.toEqual(before);
    await indexAll();
    expect(await projectionStatus()).toMatchObject({ state: "ready", layout: plan.layout });

    const released = await release(grant);
    expect(released.dropped.toSorted()).toEqual(adopted.created.toSorted());
    expect(await catalogueFingerprint(database.superuser())).toEqual(before);
    expect(await projectionStatus()).toMatchObject({ state: "absent" });
    const [left] = await database.superuser()`select count(*)::int as n from console.message`;
    expect(left).toEqual({ n: 0 });
  });

  test("adopt adds nothing to INSERT: no trigger fires on it, no GIN, one column index", async () => {
    await adopt(grant);
    const triggers = await database.superuser()<{ definition: string }[]>`
      select pg_get_triggerdef(oid) as definition from pg_trigger
      where tgrelid = 'prosodyarchive'::regclass and not tgisinternal`;
    expect(triggers).toHaveLength(6);
    for (const { definition } of triggers) {
      expect(definition).toMatch(
        / AFTER (DELETE|UPDATE|TRUNCATE) ON .* FOR EACH STATEMENT|hold BEFORE DELETE OR UPDATE ON .* FOR EACH ROW|hold_begin BEFORE DELETE OR UPDATE ON .* FOR EACH STATEMENT|hold_truncate BEFORE TRUNCATE ON .* FOR EACH STATEMENT/,
      );
    }
    const methods = await database.superuser()`
      select distinct am.amname::text as method from pg_index i join pg_class c on c.oid = i.indexrelid
        join pg_am am on am.oid = c.relam where i.indrelid = 'prosodyarchive'::regclass`;
    expect(methods).toEqual([{ method: "btree" }]);
  });

  test("again and again is safe, and what was taken away by hand comes back", async () => {
    expect((await adopt(grant)).created).toEqual([]);
    await database.prosody()`drop trigger muniment_capture_delete on prosodyarchive`;
    expect(await projectionStatus()).toMatchObject({ state: "absent" });
    expect((await adopt(grant)).created).toEqual(["muniment_capture_delete"]);
    const [state] = await database.superuser()`select rebuild from console.indexer_state`;
    expect(state).toEqual({ rebuild: true });
    expect(await Promise.all([adopt(grant), adopt(grant)])).toMatchObject([
      { created: [] },
      { created: [] },
    ]);
  });

  test("asked and done are on the trail, by name", async () => {
    const rows = await pools().interactive`
      select action, phase, subject from console.audit_entry
      where action like 'adoption.%' order by seq limit 4`;
    expect(rows).toEqual([
      { action: "adoption.apply", phase: "asked", subject: "public.prosodyarchive" },
      { action: "adoption.apply", phase: "done", subject: "public.prosodyarchive" },
      { action: "adoption.release", phase: "asked", subject: "public.prosodyarchive" },
      { action: "adoption.release", phase: "done", subject: "public.prosodyarchive" },
    ]);
  });
});
