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
