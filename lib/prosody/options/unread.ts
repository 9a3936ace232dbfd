import type { OptionName } from "@/lib/i18n/en/options";
import type { OptionInstead, ProsodyOption } from "./option";

const ONLY_0_11 = ["0.11"] as const;

function unread(
  name: OptionName,
  instead: OptionInstead,
  more: Partial<Pick<ProsodyOption, "variable" | "versions" | "module" | "scopes">> = {},
): ProsodyOption {
  return {
    name,
    module: null,
    scopes: ["everywhere", "host", "rooms"],
    kind: { type: "shown" },
    fallback: null,
    versions: [],
    variable: null,
    group: "unread",
    instead,
    ...more,
  };
}

/**
 * What operators write and no Prosody reads, or none any more (prosody.md §2, "Option of the operators' reference").
 * Where a wrapper may read the variable it stays in the `.env`.
 */
export const UNREAD_OPTIONS: readonly ProsodyOption[] = [
  unread("archive_compression", "compression", { variable: "PROSODY_ARCHIVE_COMPRESSION" }),
  unread("archive_cleanup_interval", "own-cleanup", {
    variable: "PROSODY_ARCHIVE_CLEANUP_INTERVAL",
    versions: ONLY_0_11,
    module: "mam",
  }),
  unread("muc_log_cleanup_interval", "own-cleanup", { versions: ONLY_0_11, module: "muc_mam" }),
  unread("mam_archive_exclude_namespaces", "dont_archive_namespaces"),
  unread("mam_debug", "log-level"),
  unread("log_all_rooms", "muc_log_all_rooms"),
  unread("muc_max_archive_query_results", "max_archive_query_results"),
  unread("muc_mam_smart_enable", "mam_smart_enable"),
  unread("muc_log_compression", "compression"),
  unread("PROSODY_GDPR_ENABLED", "own-requests", {
    variable: "PROSODY_GDPR_ENABLED",
    scopes: ["everywhere"],
  }),
  unread("PROSODY_DATA_EXPORT", "own-requests", {
    variable: "PROSODY_DATA_EXPORT",
    scopes: ["everywhere"],
  }),
  unread("PROSODY_DATA_DELETION", "own-requests", {
    variable: "PROSODY_DATA_DELETION",
    scopes: ["everywhere"],
  }),
];
