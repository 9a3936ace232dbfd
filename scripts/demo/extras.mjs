/** People outside the cast of forty: one who left, and correspondents on another server. */
import { DAY, STORY_END } from "./clock.mjs";
import { HOME, REMOTE } from "./hosts.mjs";

export const LEFT_AT = STORY_END - 131 * DAY + 17 * 3600;

export const extras = [
  {
    key: "bo",
    host: HOME,
    user: "bo.hald",
    name: "Bo Hald",
    lang: "da",
    langs: ["en"],
    tz: "Europe/Copenhagen",
    role: "pump room, left the company",
    resources: ["conversations.bH1d", "dino.b0b0"],
    vcard: { title: "Pump fitter" },
    deletedAt: LEFT_AT,
  },
  {
    key: "anneke",
    host: REMOTE,
    user: "anneke",
    name: "Anneke Visser",
    lang: "en",
    langs: ["nl"],
    tz: "Europe/Amsterdam",
    role: "insurance broker",
    resources: ["siskin.An7k"],
    where: "remote",
  },
  {
    key: "pilots",
    host: REMOTE,
    user: "pilots",
    name: "Pilot station",
    lang: "en",
    langs: [],
    tz: "Europe/Amsterdam",
    role: "pilots' duty desk",
    resources: ["duty-desk"],
    where: "remote",
  },
];
