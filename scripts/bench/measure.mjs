/** @typedef {{ p50: number, p95: number, max: number, count: number }} Figures milliseconds */

/**
 * Runs `once` a number of times, one after the other, after a warm-up that is not counted.
 * @param {(round: number) => Promise<unknown>} once
 * @param {{ rounds: number, warm: number }} options
 * @returns {Promise<Figures>}
 */
export async function measure(once, { rounds, warm }) {
  for (let i = 0; i < warm; i++) await once(i);
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const begin = performance.now();
    await once(warm + i);
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: times.at(-1) ?? 0, count: rounds };
}

/** @param {(string | number)[][]} rows the first is the head; numbers are milliseconds */
export function printTable(rows) {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell.toFixed(1) : cell)),
  );
  const widths = (cells[0] ?? []).map((_, i) =>
    Math.max(...cells.map((row) => (row[i] ?? "").length)),
  );
  for (const row of cells) {
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  "),
    );
  }
}
