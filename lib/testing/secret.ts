import { afterAll, beforeAll } from "vitest";
import { resetEnv } from "@/lib/env";

/** Gives the test file a MUNIMENT_SECRET, as scripts/start.mjs gives one to the web process. */
export function withSecret(secret = "a secret of the tests, long enough"): void {
  const before = process.env.MUNIMENT_SECRET;
  beforeAll(() => {
    process.env.MUNIMENT_SECRET = secret;
    resetEnv();
  });
  afterAll(() => {
    if (before === undefined) delete process.env.MUNIMENT_SECRET;
    else process.env.MUNIMENT_SECRET = before;
    resetEnv();
  });
}
