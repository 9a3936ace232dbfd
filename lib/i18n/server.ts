import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type Preferences, parsePreferences } from "./preferences";
import { type Texts, texts } from "./texts";

/** The operator's preferences of this request, from cookies; read once however many ask. */
export const getPreferences = cache(async (): Promise<Preferences> => {
  const jar = await cookies();
  return parsePreferences((name) => jar.get(name)?.value);
});

/** The words in the operator's language, for server components. In the browser: `useText()`. */
export async function getText(): Promise<Texts> {
  return texts[(await getPreferences()).locale];
}
