import { emptyTally, writeTally } from "./tally.mjs";

/** A Vitest reporter that counts, and keeps the reasons given to `context.skip`. */
export default class VitestTally {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tally = emptyTally();
    tally.failed += unhandledErrors.length;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count(tally, test);
      const failedAsAWhole =
        module.state() === "failed" && !tests.some((test) => test.result().state === "failed");
      if (failedAsAWhole) tally.failed += 1;
    }
    writeTally(tally);
  }
}

/** @param {import("./tally.mjs").Tally} tally @param {import("vitest/node").TestCase} test */
function count(tally, test) {
  const result = test.result();
  if (result.state === "passed") tally.passed += 1;
  else if (result.state === "failed") tally.failed += 1;
  else {
    const name = `${test.module.relativeModuleId} > ${test.fullName}`;
    const note = result.state === "skipped" ? result.note : undefined;
    tally.skipped.push({ name, reason: note ?? "no reason given" });
  }
}
