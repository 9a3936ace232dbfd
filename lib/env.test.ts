import path from "node:path";
import { expect, test } from "vitest";
import { parseEnv } from "./env";

test("without variables everything has its documented default", () => {
  expect(parseEnv({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    munimentData: path.resolve(".data"),
    demo: true,
    password: null,
    secret: null,
    url: "http://127.0.0.1:3000",
    hasPublicUrl: false,
    pgPort: null,
    trustedProxies: 0,
    searchesPerMinute: 300,
    messagesPerHour: 50_000,
    metricsToken: null,
    prosodySql: null,
    prosodyConfig: null,
    prosodyManagedConfig: null,
    prosodyEnvFile: null,
    prosodyAdminSocket: null,
  });
});

test("an empty variable counts as unset", () => {
  const empty = { PORT: "", HOST: " ", DATABASE_URL: "", MUNIMENT_DEMO: "", MUNIMENT_URL: "" };
  expect(parseEnv(empty)).toEqual(parseEnv({}));
});

test("the demo is filled into the embedded database only, unless asked for", () => {
  const DATABASE_URL = "postgres://someone@db.example.org/prosody";
  expect(parseEnv({ DATABASE_URL }).demo).toBe(false);
  expect(parseEnv({ DATABASE_URL, MUNIMENT_DEMO: "1" }).demo).toBe(true);
  expect(parseEnv({ MUNIMENT_DEMO: "0" }).demo).toBe(false);
});

test.each([
  [{ PORT: "4000" }, "http://127.0.0.1:4000"],
  [{ HOST: "0.0.0.0" }, "http://127.0.0.1:3000"],
  [{ HOST: "192.0.2.7" }, "http://192.0.2.7:3000"],
  [{ HOST: "::1" }, "http://[::1]:3000"],
  [{ MUNIMENT_URL: "https://muniment.example.org/" }, "https://muniment.example.org"],
])("%j is reached at %s", (variables, url) => {
  expect(parseEnv(variables).url).toBe(url);
});

test.each([
  ["PORT", "0"],
  ["PORT", "70000"],
  ["PORT", "http"],
  ["PORT", "30.5"],
  ["HOST", "127.0.0.1; rm"],
  ["DATABASE_URL", "mysql://root:hunter2@localhost/prosody"],
  ["DATABASE_URL", "hunter2"],
  ["MUNIMENT_DEMO", "yes"],
  ["MUNIMENT_PASSWORD", "hunter2"],
  ["MUNIMENT_SECRET", "hunter2"],
  ["MUNIMENT_URL", "muniment.example.org"],
  ["MUNIMENT_URL", "https://example.org/muniment"],
  ["MUNIMENT_PG_PORT", "-1"],
  ["MUNIMENT_TRUSTED_PROXIES", "all"],
])("a bad %s (%s) is named in one line that does not repeat its value", (name, value) => {
  expect(() => parseEnv({ [name]: value })).toThrow(
    expect.objectContaining({
      name: "ConsoleError",
      code: "invalid",
      details: { field: name },
      message: expect.stringMatching(new RegExp(`^${name}: (?!.*hunter2).+$`)),
    }),
  );
});
