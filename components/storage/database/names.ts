/** `public.prosodyarchive` as people write it: the schema only where it is not Prosody's own. */
export const shortName = (name: string): string => name.replace(/^public\./, "");
