import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { countTaskRuns } from "@/lib/expiry/task-runs";
import { observeSearch } from "@/lib/instruments/observe-search";
import { refusal } from "@/lib/refusal";
import { cleaned } from "@/lib/testing/cleaned";
import { useTestDatabase } from "@/lib/testing/database";
import { metricsOf } from "@/lib/testing/metrics-of";
import type { Family } from "@/lib/testing/openmetrics";
import { exposition } from "./exposition";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const dashboard = readFileSync("docs/monitoring/grafana-dashboard.json", "utf8");
const alerts = readFileSync("docs/monitoring/alerts.yml", "utf8");

type Panel = { title: string; targets: { expr: string; legendFormat: string }[] };
const panels: Panel[] = JSON.parse(dashboard).panels;
const queries = [
  ...panels.flatMap((it) => it.targets.map(({ expr }) => [it.title, expr] as const)),
  ...[...alerts.matchAll(/- alert: (\w+)\s+expr: (.+)/g)].map(
    ([, name = "", expr = ""]) => [name, expr] as const,
  ),
];

let families: Map<string, Family>;

/** Everything that can be there is there: a run of Prosody's and of ours, a search, one that was refused. */
beforeAll(async () => {
  await database.prosody()`
    insert into prosody (host, "user", store, key, type, value)
    values ('corp.example', '', 'cron', 'mam/remove_expired_messages', 'number', '1700000000')`;
  await countTaskRuns();
  await database.superuser()`insert into console.worker_beat (id, pid) values ('w', 1)`;
  await cleaned(database.superuser(), "corp.example", 7);
  await observeSearch(true, async () => null);
  const refused = () => observeSearch(true, () => Promise.reject(refusal("busy", "search-busy")));
  await expect(refused()).rejects.toThrow();
  ({ families } = metricsOf(await exposition()));
});

const samples = () => [...families.values()].flatMap((it) => it.samples);
const labelsOf = (name: string) =>
  samples()
    .filter((it) => it.name === name)
    .map((it) => it.labels)[0] ?? null;
const namesIn = (expr: string) => [...new Set(expr.match(/\b(?:muniment|prosody)_\w+/g) ?? [])];

test("there is something to look at", () => {
  expect(panels.length).toBeGreaterThan(10);
  expect(queries.length).toBeGreaterThan(panels.length + 5);
  // One alert, one expression.
  const drawn = panels.flatMap((it) => it.targets).length;
  expect(alerts.match(/- alert:/g)).toHaveLength(queries.length - drawn);
});

describe("what dashboard and alerts ask for is there, with the labels they name", () => {
  test.each(queries)("%s", (_, expr) => {
    const names = namesIn(expr);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(labelsOf(name), name).not.toBeNull();
    const known = new Set(names.flatMap((name) => labelsOf(name) ?? []));
    const chosen = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = ""]) =>
      [...inside.matchAll(/(\w+)\s*[!=]/g)].map((it) => it[1] ?? ""),
    );
    const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, inside = ""]) =>
      inside.split(",").map((it) => it.trim()),
    );
    for (const label of [...chosen, ...grouped]) expect([...known], label).toContain(label);
  });

  test.each(panels.map((it) => [it.title, it] as const))("the legend of %s", (_, panel) => {
    for (const { expr, legendFormat } of panel.targets) {
      const known = new Set(namesIn(expr).flatMap((name) => labelsOf(name) ?? []));
      for (const [, label = ""] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
        expect([...known]).toContain(label);
      }
    }
  });
});

test("the handbook names every metric, and no other", () => {
  const handbook = readFileSync("docs/monitoring/README.md", "utf8");
  const told = [...handbook.matchAll(/^\| `(\w+)`/gm)].map((it) => it[1] ?? "");
  const there = [...families].map(([name, { type }]) =>
    type === "counter" ? `${name}_total` : name,
  );
  expect(told.toSorted()).toEqual(there.toSorted());
});
