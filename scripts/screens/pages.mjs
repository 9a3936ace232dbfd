import { expect } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */

const MARA = "northquay.example/mara";
const DOCK_2 = "rooms.northquay.example/dock-2";

/** What must be open, and the words by which two scenes of the demo's stories are found. */
export const SCENES = {
  figure: { owner: MARA, words: "Our number is 4.18 M" },
  award: { owner: DOCK_2, words: "Say it again please." },
};
/** @typedef {Record<keyof typeof SCENES, number>} Rows */

/**
 * `as`: whose browser; null is a stranger's. `rows`: where the scenes are. `ready`: what
 * is on the page when it is complete.
 * @typedef {{ name: string, as: string | null, path: (rows: Rows) => string,
 *   ready: (page: Page, rows: Rows) => Promise<void> }} Shot
 */

const conversation = (/** @type {Rows} */ { figure }) =>
  `/archive/${MARA}?with=tomas%40northquay.example&at=${figure}`;

/** @param {Page} page @param {number} row */
const showsRow = (page, row) =>
  expect(
    page.getByRole("region", { name: "Transcript" }).locator(`article[data-row="${row}"]`),
  ).toBeVisible();

/** @type {Shot[]} */
export const SHOTS = [
  {
    name: "sign-in",
    as: null,
    path: () => "/sign-in",
    ready: (page) => expect(page.getByLabel("Username")).toBeVisible(),
  },
  {
    name: "overview",
    as: "admin",
    path: () => "/",
    ready: async (page) => {
      await expect(page.getByRole("slider", { name: /^How big/ })).toBeVisible();
      await expect(
        page.getByRole("heading", { name: "What is wrong, and what fixes it" }),
      ).toBeVisible();
    },
  },
  {
    name: "archive",
    as: "admin",
    path: () => "/archive",
    ready: (page) =>
      expect(page.getByRole("row", { name: /@northquay\.example/ }).first()).toBeVisible(),
  },
  {
    name: "transcript",
    as: "compliance",
    path: conversation,
    ready: (page, rows) => showsRow(page, rows.figure),
  },
  {
    name: "transcript-closed",
    as: "support",
    path: conversation,
    ready: (page, rows) => showsRow(page, rows.figure),
  },
  {
    name: "room",
    as: "compliance",
    path: ({ award }) => `/archive/${DOCK_2}?at=${award}`,
    ready: (page, { award }) => showsRow(page, award),
  },
  {
    name: "message",
    as: "compliance",
    path: ({ figure }) => `/archive/message/${figure}`,
    ready: (page) => expect(page.getByRole("heading", { name: "Around it" })).toBeVisible(),
  },
  {
    name: "search",
    as: "compliance",
    path: () => "/search",
    ready: async (page) => {
      await page.getByRole("textbox", { name: "Search the archives" }).fill("tender");
      await expect(page.locator(".hitrow mark.hit").first()).toBeVisible();
      await expect(page.getByRole("slider", { name: /Hits by month/ })).toBeVisible();
    },
  },
  {
    name: "storage",
    as: "admin",
    path: () => "/storage",
    ready: async (page) => {
      await expect(page.getByRole("heading", { name: "Size over time" })).toBeVisible();
      await expect(page.getByRole("slider", { name: /^Size over time/ })).toBeVisible();
    },
  },
  {
    name: "policy",
    as: "admin",
    path: () => "/policy?at=northquay.example",
    ready: async (page) => {
      await page.getByRole("spinbutton", { name: "Keep messages" }).fill("270");
      await expect(page.locator(".pol .strip")).toBeVisible();
    },
  },
  {
    name: "retention",
    as: "admin",
    path: () => "/retention",
    ready: (page) => expect(page.getByRole("heading", { name: "Who cleans" })).toBeVisible(),
  },
  {
    name: "holds",
    as: "compliance",
    path: () => "/holds",
    ready: (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible(),
  },
  {
    name: "approvals",
    as: "admin",
    path: () => "/approvals",
    ready: (page) => expect(page.getByRole("heading", { level: 1 })).toBeVisible(),
  },
  {
    name: "server",
    as: "admin",
    path: () => "/server",
    ready: (page) =>
      expect(page.getByRole("row", { name: /removes expired messages/ }).first()).toBeVisible(),
  },
  {
    name: "audit",
    as: "auditor",
    path: () => "/audit",
    ready: (page) =>
      expect(page.getByRole("row", { name: /mara@northquay\.example/ }).first()).toBeVisible(),
  },
  {
    name: "access",
    as: "admin",
    path: () => "/access",
    ready: (page) => expect(page.getByText("compliance").first()).toBeVisible(),
  },
];
