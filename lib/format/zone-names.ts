import { isZone } from "./zone";

/** Browsers list some zones under names that their cities have given up. */
const RENAMED: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Dacca": "Asia/Dhaka",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Macao": "Asia/Macau",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Asia/Thimbu": "Asia/Thimphu",
  "Asia/Ulan_Bator": "Asia/Ulaanbaatar",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

export type ZoneName = { zone: string; formerly: string | null };

/** The zones of this machine under the names of today, sorted; the old name can still be searched for. */
export function zoneNames(
  known: readonly string[] = Intl.supportedValuesOf("timeZone"),
): ZoneName[] {
  return known
    .map((zone) => {
      const today = RENAMED[zone];
      return today && isZone(today) ? { zone: today, formerly: zone } : { zone, formerly: null };
    })
    .sort((a, b) => a.zone.localeCompare(b.zone, "en"));
}
