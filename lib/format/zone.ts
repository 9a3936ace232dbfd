/** Half an hour and three quarters exist (Kolkata, Kathmandu), so offsets are cached by quarter of an hour. */
const SLOT_SECONDS = 900;

const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();
const MAX_OFFSETS = 20_000;

function formatter(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    // An unknown zone is an answer (isZone), not a failure.
  }
  formatters.set(zone, made);
  return made;
}

/** True for names that Intl knows (`Europe/Berlin`); offsets such as `+01:00` are not names. */
export function isZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && zone.length <= 64 && formatter(zone) !== null;
}

function measure(slot: number, zone: string): number {
  const local: Record<string, number> = {};
  const parts = (formatter(zone) ?? formatter("UTC"))?.formatToParts(slot * 1000) ?? [];
  for (const part of parts) local[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = local;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - slot;
}

/** Seconds to add to a UTC stamp (Unix seconds) to get the wall clock of the zone. Unknown zones count as UTC. */
export function zoneOffset(seconds: number, zone: string): number {
  if (zone === "UTC") return 0;
  const slot = Math.floor(seconds / SLOT_SECONDS) * SLOT_SECONDS;
  const key = `${zone} ${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MAX_OFFSETS) offsets.clear();
  const offset = measure(slot, zone);
  offsets.set(key, offset);
  return offset;
}

/** `+05:45`, `−03:30`, `+00:00`: with a true minus sign. */
export function formatOffset(offsetSeconds: number): string {
  const minutes = Math.round(Math.abs(offsetSeconds) / 60);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${offsetSeconds < 0 ? "−" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The last part of an IANA name as people say it: `America/St_Johns` → `St Johns`. */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
