import type { OptionName } from "@/lib/i18n/en/options";
import type { Writable } from "@/lib/prosody/lua-config/literal";

export const PRESET_NAMES = ["high-performance", "compliance", "privacy"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

/** 7 years as the operators' reference has it: 7 * 365.2425 days. */
const SEVEN_YEARS = "2557d";

/**
 * The three of the operators' reference, in days that every version reads alike. Their compression and cleanup
 * interval are in no Prosody, so they are not offered.
 */
export const PRESETS: Record<PresetName, readonly { name: OptionName; value: Writable }[]> = {
  "high-performance": [
    { name: "archive_expires_after", value: "365d" },
    { name: "default_archive_policy", value: "roster" },
    { name: "mam_smart_enable", value: true },
    { name: "max_archive_query_results", value: 100 },
  ],
  compliance: [
    { name: "archive_expires_after", value: SEVEN_YEARS },
    { name: "default_archive_policy", value: true },
    { name: "mam_smart_enable", value: false },
    { name: "max_archive_query_results", value: 250 },
  ],
  privacy: [
    { name: "archive_expires_after", value: "30d" },
    { name: "default_archive_policy", value: "roster" },
    { name: "mam_smart_enable", value: true },
    { name: "max_archive_query_results", value: 50 },
  ],
};
