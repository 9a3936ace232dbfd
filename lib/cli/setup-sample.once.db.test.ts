import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { samplePaths } from "@/lib/prosody/config/paths";
import { SAMPLE_CONFIG, SAMPLE_ENV } from "@/lib/prosody/config/sample";
import { useTestDatabase } from "@/lib/testing/database";
import { placeSampleConfig } from "./setup-sample";

const database = useTestDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), "sample-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the sample lies beside the demo archive only, and what is there is never overwritten", async () => {
  const paths = samplePaths(folder);
  await placeSampleConfig(database.superuser(), folder);
  expect(() => statSync(paths.config)).toThrow("ENOENT");
  await database.prosody()`
    insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
    values ('northquay.example', 'mara', 'archive', 'k', 1, 'x@y', 'xml', '<message/>')`;
  await placeSampleConfig(database.superuser(), folder);
  expect(readFileSync(paths.config, "utf8")).toBe(SAMPLE_CONFIG);
  expect(statSync(paths.envFile).mode & 0o777).toBe(0o600);
  writeFileSync(paths.config, "-- mine");
  await placeSampleConfig(database.superuser(), folder);
  expect(readFileSync(paths.config, "utf8")).toBe("-- mine");
  expect(readFileSync(paths.envFile, "utf8")).toBe(SAMPLE_ENV);
});
