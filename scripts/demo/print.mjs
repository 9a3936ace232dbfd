/**
 * A look at the demo:
 *   node scripts/demo/print.mjs --stats
 *   node scripts/demo/print.mjs --talk mara tomas 40      the last 40 messages between two people
 *   node scripts/demo/print.mjs --room cafe 40 [days before the end]
 */
import { people, rooms } from "./cast.mjs";
import { generate } from "./generate.mjs";
import { kindOf, textOf } from "./peek.mjs";

const [mode, ...args] = process.argv.slice(2);
const started = performance.now();
const now = new Date();
const { archive, settings, threads } = generate(now);

/** @param {Map<string, number>} map @param {string} key */
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

function stats() {
  const kinds = new Map();
  const stores = new Map();
  const bodies = new Map();
  const hours = new Map();
  for (const row of archive) {
    count(stores, row.store.startsWith("pep_") ? "pep_…" : `${row.host} ${row.store}`);
    if (row.store !== "archive" && row.store !== "muc_log") continue;
    count(kinds, kindOf(row.value));
    count(hours, String(new Date(row.when * 1000).getUTCHours()).padStart(2, "0"));
    const text = textOf(row.value);
    if (text) count(bodies, text);
  }
  console.log(
    `${archive.length} archive rows, ${settings.length} settings, ${Math.round(performance.now() - started)} ms`,
  );
  console.log(Object.fromEntries([...stores].sort()));
  for (const [kind, n] of [...kinds].sort((a, b) => b[1] - a[1]))
    console.log(kind.padEnd(12), n, `${((n / archive.length) * 100).toFixed(1)} %`);
  console.log(`${bodies.size} distinct bodies; most frequent:`);
  for (const [text, n] of [...bodies].sort((a, b) => b[1] - a[1]).slice(0, 25))
    console.log(n, JSON.stringify(text.slice(0, 90)));
  console.log(Object.fromEntries([...hours].sort()));
  console.log(
    threads
      .map((t) => `${t.name} ${t.lines} lines, ${((t.to - t.from) / 86400).toFixed(1)} d`)
      .join("\n"),
  );
  console.log(
    `newest ${Math.round(now.getTime() / 1000 - (archive.at(-1)?.when ?? 0))} s before now`,
  );
}

/** @param {(row: import("./generate.mjs").ArchiveRow) => boolean} wanted @param {number} limit @param {number} [before] days */
function transcript(wanted, limit, before = 0) {
  const end = now.getTime() / 1000 - before * 86400;
  const shown = archive.filter(
    (row) => row.when <= end && wanted(row) && !["receipt", "marker"].includes(kindOf(row.value)),
  );
  for (const row of shown.slice(-limit)) {
    const from =
      / from='([^']*)'/
        .exec(row.value)?.[1]
        ?.replace(/^[^/]*@rooms[^/]*\//, "")
        .replace(/@.*/, "") ?? "";
    const kind = kindOf(row.value);
    const stamp = new Date(row.when * 1000).toISOString().slice(0, 16).replace("T", " ");
    console.log(
      stamp,
      from.padEnd(14),
      kind === "text" ? "" : `[${kind}]`,
      textOf(row.value)?.slice(0, 300) ?? row.value.slice(0, 160),
    );
  }
}

if (mode === "--talk") {
  const [a, b] = args.slice(0, 2).map((key) => people.find((p) => p.key === key));
  transcript(
    (r) => r.store === "archive" && r.user === a?.user && r.with === `${b?.user}@${b?.host}`,
    Number(args[2] ?? 40),
    Number(args[3] ?? 0),
  );
} else if (mode === "--room") {
  const name = rooms.find((r) => r.key === args[0])?.name;
  transcript(
    (r) => r.store === "muc_log" && r.user === name,
    Number(args[1] ?? 40),
    Number(args[2] ?? 0),
  );
} else stats();
