"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useMemo,
  useState,
  useSyncExternalStore,
  useTransition,
} from "react";
import { zoneCookie } from "@/lib/format/zone-choice";
import { COOKIES, type Preferences } from "@/lib/i18n/preferences";
import { clock } from "./clock";
import { writeCookie } from "./write-cookie";

type Value = {
  preferences: Preferences;
  change: (patch: Partial<Preferences>) => void;
  /** Unix seconds when the server rendered: the clock of the first paint. */
  renderedAt: number;
};

const Context = createContext<Value | null>(null);

type Props = { initial: Preferences; renderedAt: number; children: ReactNode };

export function PreferencesProvider({ initial, renderedAt, children }: Props) {
  const router = useRouter();
  const [patch, setPatch] = useState<Partial<Preferences>>({});
  const [, startTransition] = useTransition();
  const preferences = useMemo(() => ({ ...initial, ...patch }), [initial, patch]);

  const change = useCallback(
    (next: Partial<Preferences>) => {
      const changed = { ...preferences, ...next };
      if (next.lens === "named") changed.namedZone = changed.zone;
      remember(changed);
      setPatch((before) => ({ ...before, ...next, namedZone: changed.namedZone }));
      // What the browser drew has changed already; this redraws what the server drew.
      startTransition(() => router.refresh());
    },
    [preferences, router],
  );
  const value = useMemo(
    () => ({ preferences, change, renderedAt }),
    [preferences, change, renderedAt],
  );
  return <Context value={value}>{children}</Context>;
}

function remember(preferences: Preferences) {
  writeCookie(COOKIES.theme, preferences.theme);
  writeCookie(COOKIES.density, preferences.density);
  writeCookie(COOKIES.locale, preferences.locale);
  writeCookie(COOKIES.zone, zoneCookie(preferences));
  writeCookie(COOKIES.rail, preferences.rail ? "1" : "0");
  if (preferences.namedZone) writeCookie(COOKIES.namedZone, preferences.namedZone);
  const root = document.documentElement;
  if (preferences.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = preferences.theme;
  if (preferences.density === "normal") delete root.dataset.density;
  else root.dataset.density = preferences.density;
}

function useValue(): Value {
  const value = use(Context);
  if (!value) throw new Error("usePreferences needs PreferencesProvider above it");
  return value;
}

/** Zone, locale, theme, density of the operator; the same on the server and at the first paint. */
export function usePreferences(): Preferences {
  return useValue().preferences;
}

/** Changes preferences, remembers them in cookies, and redraws the page in place. */
export function useChangePreferences(): (patch: Partial<Preferences>) => void {
  return useValue().change;
}

/** Unix seconds, about now; moves every ten seconds. At the first paint it is the server's. */
export function useNow(): number {
  const { renderedAt } = useValue();
  return useSyncExternalStore(clock.subscribe, clock.now, () => renderedAt);
}
