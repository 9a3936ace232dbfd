export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The Intl tag of a locale. British English, because its dates read day first as the texts do.
 */
export const INTL_TAG: Record<Locale, string> = { en: "en-GB", de: "de-DE" };
