import { zoneOffset } from "./zone";

/**
 * `minute` 2026-03-02 09:12 · `second` 2026-03-02 09:12:44 · `day` 2026-03-02 · `clock` 09:12 ·
 * `clock-second` 09:12:44 · `month-day` 03-02
 */
export type StampStyle = "minute" | "second" | "day" | "clock" | "clock-second" | "month-day";

const CUT: Record<StampStyle, [number, number]> = {
  minute: [0, 16],
  second: [0, 19],
  day: [0, 10],
  clock: [11, 16],
  "clock-second": [11, 19],
  "month-day": [5, 10],
};

/** A stamp (Unix seconds) on the wall clock of the zone. ISO order in every language: this is evidence. */
export function formatStamp(seconds: number, zone: string, style: StampStyle = "minute"): string {
  const local = new Date((Math.floor(seconds) + zoneOffset(seconds, zone)) * 1000).toISOString();
  const [start, end] = CUT[style];
  return local.replace("T", " ").slice(start, end);
}

/** For the `datetime` attribute and JSON: always UTC, always with Z, whole seconds. */
export function isoStamp(seconds: number): string {
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}

/** What hovering a time shows: UTC and, when it is another one, the zone of the lens; one line each. */
export function stampTitle(seconds: number, zone: string): string {
  const utc = `${formatStamp(seconds, "UTC", "second")} UTC`;
  return zone === "UTC" ? utc : `${utc}\n${formatStamp(seconds, zone, "second")} ${zone}`;
}
