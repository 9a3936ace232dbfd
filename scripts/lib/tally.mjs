import fs from "node:fs";

/**
 * What a test runner did, as its reporter writes it to MUNIMENT_TALLY.
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Tally
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: 0, skipped: [] });

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/** For reporters. @param {Tally} tally */
export function writeTally(tally) {
  const file = process.env.MUNIMENT_TALLY;
  if (file) fs.writeFileSync(file, JSON.stringify(tally));
}

/**
 * A runner that failed without naming a failed test (a file that does not load, an error outside
 * every test, a time limit) has failed all the same.
 * @param {string} file
 * @param {boolean} succeeded by the runner's own exit code
 * @returns {Tally}
 */
export function readTally(file, succeeded) {
  const tally = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : emptyTally();
  const empty = succeeded && tally.passed + tally.skipped.length === 0;
  if ((!succeeded && tally.failed === 0) || empty) tally.failed += 1;
  return tally;
}

/**
 * @param {Tally} total
 * @param {boolean} nothingMayBeSkipped in CI a skipped test counts as failed
 * @returns {{ lines: string[], failed: number }} lines for stdout, the summary last
 */
export function report({ passed, failed, skipped }, nothingMayBeSkipped) {
  const all = failed + (nothingMayBeSkipped ? skipped.length : 0);
  const verdict = nothingMayBeSkipped ? "skipped, which counts as failed here" : "skipped";
  const lines = skipped.map(({ name, reason }) => `${verdict}: ${name} (${reason})`);
  return { lines: [...lines, `${passed} passed, ${all} failed`], failed: all };
}
