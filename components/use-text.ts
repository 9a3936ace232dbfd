"use client";

import { type Texts, texts } from "@/lib/i18n/texts";
import { usePreferences } from "./preferences";

/** The words in the operator's language, in the browser. On the server: `getText()`. */
export function useText(): Texts {
  return texts[usePreferences().locale];
}
