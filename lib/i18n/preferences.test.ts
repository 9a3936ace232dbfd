import { expect, it } from "vitest";
import { parsePreferences } from "./preferences";

const read = (cookies: Record<string, string>) => parsePreferences((name) => cookies[name]);

it("has an answer without a cookie", () => {
  expect(read({})).toEqual({
    theme: "system",
    density: "normal",
    locale: "en",
    zone: "UTC",
    lens: "utc",
    namedZone: null,
    rail: false,
  });
});

it("keeps the named zone while another one is on", () => {
  const cookies = { "muniment.zone": "mine:Asia/Kolkata", "muniment.zone-named": "Europe/Lisbon" };
  expect(read(cookies)).toMatchObject({
    zone: "Asia/Kolkata",
    lens: "mine",
    namedZone: "Europe/Lisbon",
  });
});

it("takes nothing it does not know", () => {
  const cookies = {
    "muniment.theme": "<b>",
    "muniment.density": "huge",
    "muniment.locale": "../de",
    "muniment.zone": "Europe/Nowhere",
    "muniment.zone-named": "mine:Europe/Berlin",
  };
  expect(read(cookies)).toEqual(read({}));
});
