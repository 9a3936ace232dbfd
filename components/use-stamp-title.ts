"use client";

import { useCallback, useSyncExternalStore } from "react";
import { stampTitle } from "@/lib/format/stamp";
import { browserZone } from "./browser-zone";
import { usePreferences } from "./preferences";

const never = () => () => {};

/** What hovering a time shows: UTC and the zone of the lens or, when that is UTC, the reader's own. */
export function useStampTitle(): (stamp: number) => string {
  const { zone } = usePreferences();
  // The server cannot know it: there, and at the first paint, UTC stands alone.
  const own = useSyncExternalStore(never, browserZone, () => "UTC");
  const second = zone === "UTC" ? own : zone;
  return useCallback((stamp: number) => stampTitle(stamp, second), [second]);
}
