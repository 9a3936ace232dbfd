import fs from "node:fs";
import path from "node:path";
import { chromium, expect } from "@playwright/test";
import { findChromium } from "../lib/chromium.mjs";
import { SCENES, SHOTS } from "./pages.mjs";
import { findMessage, openText, placeHolds, signIn } from "./session.mjs";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").BrowserContextOptions} Options */
/** @typedef {{ url: string, password: string, out: string, log: (line: string) => void }} Task */

const WIDTHS = { 1440: 900, 375: 812 };
const THEMES = /** @type {const} */ (["light", "dark"]);
/** A clone carries every version of them. */
const MOST_BYTES = 300 * 1024;

// As in playwright.config.ts: nothing but Muniment is ever asked for anything.
const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

/** Writes <page>-<width>-<theme>.png for every page into `out`. @param {Task} task */
export async function takeScreens(task) {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("There is no Chromium: install one, or set CHROMIUM_PATH.");
  fs.mkdirSync(task.out, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const states = await signInEverybody(browser, task);
    const rows = await prepare(browser, task, states);
    for (const [width, height] of Object.entries(WIDTHS)) {
      for (const colorScheme of THEMES) {
        const viewport = { width: Number(width), height };
        await takeAll(browser, task, { states, rows, viewport, colorScheme });
      }
    }
  } finally {
    await browser.close();
  }
}

/** @typedef {Map<string, Awaited<ReturnType<import("@playwright/test").BrowserContext["storageState"]>>>} States */

/** @param {Browser} browser @param {Task} task @returns {Promise<States>} */
async function signInEverybody(browser, { url, password }) {
  /** @type {States} */
  const states = new Map();
  for (const role of ["admin", "compliance", "support", "auditor"]) {
    const page = await browser.newPage({ baseURL: url });
    await signIn(page, role, password);
    states.set(role, await page.context().storageState());
    await page.close();
  }
  return states;
}

/** @param {Browser} browser @param {Task} task @param {States} states @returns {Promise<import("./pages.mjs").Rows>} */
async function prepare(browser, { url }, states) {
  const page = await browser.newPage({ baseURL: url, storageState: states.get("compliance") });
  const rows = { figure: 0, award: 0 };
  for (const name of /** @type {(keyof typeof SCENES)[]} */ (Object.keys(SCENES))) {
    const { owner, words } = SCENES[name];
    await openText(page, `/archive/${owner}`);
    rows[name] = await findMessage(page, owner, words);
  }
  await placeHolds(page);
  await page.close();
  return rows;
}

/**
 * @param {Browser} browser
 * @param {Task} task
 * @param {{ states: States, rows: import("./pages.mjs").Rows, viewport: { width: number, height: number }, colorScheme: "light" | "dark" }} look
 */
async function takeAll(browser, { url, out, log }, { states, rows, viewport, colorScheme }) {
  for (const shot of SHOTS) {
    const page = await browser.newPage({
      ...{ baseURL: url, viewport, colorScheme, reducedMotion: "reduce" },
      ...{ locale: "en-GB", timezoneId: "UTC" },
      storageState: shot.as === null ? undefined : states.get(shot.as),
    });
    await page.goto(shot.path(rows));
    await shot.ready(page, rows);
    await expect(page.locator(".bones")).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    const file = path.join(out, `${shot.name}-${viewport.width}-${colorScheme}.png`);
    const { length } = await page.screenshot({ path: file, animations: "disabled" });
    await page.close();
    const size = `${Math.ceil(length / 1024)} KiB`;
    log(`${path.basename(file)}  ${size}${length > MOST_BYTES ? ", which is too much" : ""}`);
  }
}
