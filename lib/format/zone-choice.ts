import { isZone } from "./zone";

/** What the time-zone lens is set to. `zone` is always an IANA name or `UTC`. */
export type ZoneChoice = { lens: "utc" | "mine" | "named"; zone: string };

export const UTC: ZoneChoice = { lens: "utc", zone: "UTC" };

/** Reads the cookie `muniment.zone`: `UTC`, an IANA name, or `mine:<IANA name>`. Anything else is UTC. */
export function parseZoneChoice(value: string | undefined): ZoneChoice {
  if (!value || value === "UTC") return UTC;
  const mine = value.startsWith("mine:");
  const zone = mine ? value.slice("mine:".length) : value;
  if (!isZone(zone)) return UTC;
  return { lens: mine ? "mine" : "named", zone };
}

export function zoneCookie(choice: ZoneChoice): string {
  if (choice.lens === "utc") return "UTC";
  return choice.lens === "mine" ? `mine:${choice.zone}` : choice.zone;
}
