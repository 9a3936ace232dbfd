import fs from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/chromium.mjs";
import { freePort } from "./scripts/lib/ports.mjs";
import { makeTempFolder } from "./scripts/lib/temp-folder.mjs";

const PASSWORD = "correct horse battery staple";

// Workers load this file as well: the first process decides, the others find it in the environment.
const first = process.env.MUNIMENT_E2E_PORT === undefined;
process.env.MUNIMENT_E2E_PORT ??= String(await freePort());
process.env.MUNIMENT_E2E_FOLDER ??= makeTempFolder("muniment-e2e");
process.env.MUNIMENT_E2E_PASSWORD ??= PASSWORD;
process.env.MUNIMENT_E2E_METRICS_TOKEN ??= "a-token-for-the-browser-tests";
const { MUNIMENT_E2E_PORT: port, MUNIMENT_E2E_FOLDER: folder } = process.env;
if (first) {
  process.once("exit", () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  timeout: 180_000,
  // A machine busy with other work must not fail a test.
  expect: { timeout: 30_000 },
  retries: 0,
  reporter: "line",
  use: {
    baseURL,
    trace: "retain-on-failure",
    screenshot: "off",
    video: "off",
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: {
      executablePath: (await findChromium()) ?? undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-quic",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // A page that asks any other host for anything fails its test.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
      ],
    },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `${baseURL}/api/health`,
    timeout: 5 * 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      PORT: String(port),
      MUNIMENT_DATA: path.join(folder, "data"),
      MUNIMENT_DEMO: "1",
      MUNIMENT_PASSWORD: process.env.MUNIMENT_E2E_PASSWORD,
      METRICS_TOKEN: process.env.MUNIMENT_E2E_METRICS_TOKEN,
      // All browsers are the same few operators.
      MUNIMENT_SEARCHES_PER_MINUTE: "0",
      MUNIMENT_MESSAGES_PER_HOUR: "0",
    },
  },
});
