import { LOCALES, type Locale } from "@/lib/format/locale";
import { parseZoneChoice, type ZoneChoice } from "@/lib/format/zone-choice";

export const THEMES = ["system", "light", "dark"] as const;
export const DENSITIES = ["normal", "comfortable", "compact"] as const;
export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];

/** Cookies are read by the server and written by the browser: the first paint is already right. */
export const COOKIES = {
  theme: "muniment.theme",
  zone: "muniment.zone",
  /** The last named zone, so that the lens still offers it after a look at UTC. */
  namedZone: "muniment.zone-named",
  density: "muniment.density",
  locale: "muniment.locale",
  rail: "muniment.rail",
} as const;

export type Preferences = {
  theme: Theme;
  density: Density;
  locale: Locale;
  /** The zone every time is shown in: an IANA name or `UTC`. */
  zone: string;
  lens: ZoneChoice["lens"];
  namedZone: string | null;
  /** The nouns are folded to icons. */
  rail: boolean;
};

function oneOf<T extends string>(values: readonly T[], value: string | undefined, fallback: T): T {
  return values.find((known) => known === value) ?? fallback;
}

/** Cookies come from the browser: whatever is not known counts as not set. */
export function parsePreferences(cookie: (name: string) => string | undefined): Preferences {
  const choice = parseZoneChoice(cookie(COOKIES.zone));
  const named = parseZoneChoice(cookie(COOKIES.namedZone));
  return {
    theme: oneOf(THEMES, cookie(COOKIES.theme), "system"),
    density: oneOf(DENSITIES, cookie(COOKIES.density), "normal"),
    locale: oneOf(LOCALES, cookie(COOKIES.locale), "en"),
    zone: choice.zone,
    lens: choice.lens,
    namedZone: choice.lens === "named" ? choice.zone : named.lens === "named" ? named.zone : null,
    rail: cookie(COOKIES.rail) === "1",
  };
}
