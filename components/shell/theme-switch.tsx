"use client";

import { useChangePreferences, usePreferences } from "@/components/preferences";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import type { Theme } from "@/lib/i18n/preferences";

/** The other one of light and dark, whatever the system or the operator has chosen now. */
function opposite(theme: Theme): Theme {
  const dark =
    theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  return dark ? "light" : "dark";
}

export function ThemeSwitch({ words, className }: { words?: boolean; className?: string }) {
  const text = useText().frame.theme;
  const { theme } = usePreferences();
  const change = useChangePreferences();
  return (
    <Tool
      icon="theme"
      label={text.switch}
      title={text.switch}
      words={words}
      className={className}
      onClick={() => change({ theme: opposite(theme) })}
    />
  );
}
