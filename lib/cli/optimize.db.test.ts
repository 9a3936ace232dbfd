import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { muniment } from "@/lib/testing/muniment";

const database = useTestDatabase({ fixture: "prosody-0.12", adopted: true });

type Action = { what: string; target: string; state: string; reason: string; error: string | null };
const actionsOf = async (line: string[], answer?: string) => {
  const said = await muniment(["optimize", "--json", ...line], answer);
  const { actions } = JSON.parse(said.out) as { actions: Action[] };
  return { ...said, actions };
};
const short = ({ state, what, target, reason }: Action) => `${state} ${what} ${target} ${reason}`;

test("shows what is needed, changes nothing without being told, then does it by the same jobs", async () => {
  await database.prosody().unsafe(`
    drop index prosodyarchive_when;
    create index my_sort on prosodyarchive (host, "user", store, sort_id)`);
  const dry = await actionsOf(["--dry-run"]);
  expect(dry.code).toBe(0);
  expect(dry.actions.map(short)).toEqual(
    expect.arrayContaining([
      "planned create-index public.prosodyarchive_when prosody-lacks",
      "advised drop-index public.my_sort same",
    ]),
  );
  expect((await muniment(["optimize"])).code).toBe(2);
  expect((await muniment(["optimize"], "n")).code).toBe(1);
  expect(await database.superuser()`select from console.job`).toHaveLength(0);

  const done = await actionsOf([], "y");
  expect(done.actions.filter((it) => it.error)).toEqual([]);
  expect(done.code).toBe(0);
  expect(done.error).toContain("maintenance.create-index public.prosodyarchive_when: done");
  expect(done.actions.map(short)).toEqual(
    expect.arrayContaining([
      "done create-index public.prosodyarchive_when prosody-lacks",
      "advised drop-index public.my_sort same",
    ]),
  );
  const [index] = await database.superuser()`
    select indisvalid from pg_index where indexrelid = 'prosodyarchive_when'::regclass`;
  expect(index).toEqual({ indisvalid: true });
  const trail = await database.superuser()<{ phase: string; operator_name: string }[]>`
    select phase, operator_name from console.audit_entry
    where subject = 'public.prosodyarchive_when' order by seq`;
  expect(trail.map((it) => it.phase)).toEqual(["asked", "done"]);
  expect(trail[0]?.operator_name).toMatch(/^cli:/);

  const dropped = await actionsOf(["--drop", "--yes"]);
  expect(dropped.actions.map(short)).toContain("done drop-index public.my_sort same");
  expect((await muniment(["optimize", "--dry-run"])).out).not.toContain("index");
});

test("needs the permission to maintain; looking needs less", async () => {
  await muniment(["operator", "add", "sup", "--role", "support", "--yes"]);
  expect((await muniment(["optimize", "--dry-run", "--as", "sup"])).code).toBe(0);
  expect((await muniment(["optimize", "--yes", "--as", "sup"])).code).toBe(1);
});

test("says who must run what where our login does not own the table", async () => {
  await database.prosody()`drop index prosodyarchive_when`;
  await database.superuser()`alter table prosodyarchive owner to postgres`;
  try {
    const { code, out } = await muniment(["optimize", "--yes"]);
    expect(code).toBe(1);
    expect(out).toContain(
      `as postgres: create index concurrently prosodyarchive_when on public.prosodyarchive (host, "user", store, "when");`,
    );
  } finally {
    await database.superuser()`alter table prosodyarchive owner to prosody`;
  }
});
