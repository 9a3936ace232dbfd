import { emptyTally, writeTally } from "./tally.mjs";

/** A Playwright reporter that counts, and keeps the reasons given to `test.skip`. */
export default class PlaywrightTally {
  tally = emptyTally();
  /** @type {import("@playwright/test/reporter").Suite | null} */
  suite = null;

  /** @param {unknown} _config @param {import("@playwright/test/reporter").Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  /** Outside every test: a configuration that does not load, a server that does not start. */
  onError() {
    this.tally.failed += 1;
  }

  onEnd() {
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === "expected" || outcome === "flaky") this.tally.passed += 1;
      else if (outcome === "unexpected") this.tally.failed += 1;
      else
        this.tally.skipped.push({
          name: test.titlePath().filter(Boolean).join(" > "),
          reason: reasonOf(test),
        });
    }
    writeTally(this.tally);
  }

  printsToStdio() {
    return false;
  }
}

/** @param {import("@playwright/test/reporter").TestCase} test */
function reasonOf(test) {
  const skip = test.annotations.find(({ type }) => type === "skip" || type === "fixme");
  return skip?.description ?? (test.results.length === 0 ? "it did not run" : "no reason given");
}
