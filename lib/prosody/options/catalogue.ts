import type { OptionName } from "@/lib/i18n/en/options";
import { PROSODY_VERSIONS as ALL } from "../version";
import type { ProsodyOption } from "./option";
import { UNREAD_OPTIONS } from "./unread";

const SINCE_0_12 = ["0.12", "13"] as const;
const ONLY_13 = ["13"] as const;
const CHAT_STATES = "http://jabber.org/protocol/chatstates";

const read = { versions: ALL, variable: null, instead: null } as const;

/** Every setting that Prosody's archives have (prosody.md §2), in the order of the page. */
const READ_OPTIONS: readonly ProsodyOption[] = [
  {
    ...read,
    name: "archive_expires_after",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "period" },
    fallback: "1w",
    variable: "PROSODY_ARCHIVE_EXPIRES_AFTER",
    group: "long",
  },
  {
    ...read,
    name: "muc_log_expires_after",
    module: "muc_mam",
    scopes: ["everywhere", "rooms"],
    kind: { type: "period" },
    fallback: "1w",
    group: "long",
  },
  {
    ...read,
    name: "http_file_share_expires_after",
    module: "http_file_share",
    scopes: ["everywhere", "uploads"],
    kind: { type: "upload-period" },
    fallback: 604_800,
    versions: SINCE_0_12,
    group: "long",
  },
  {
    ...read,
    name: "storage_archive_item_limit",
    module: "storage_sql",
    scopes: ["everywhere", "host", "rooms"],
    kind: { type: "number", min: 100, max: 100_000_000 },
    fallback: null,
    versions: SINCE_0_12,
    group: "long",
  },
  {
    ...read,
    name: "user_tombstone_expiry",
    module: "tombstones",
    scopes: ["everywhere", "host"],
    kind: { type: "upload-period" },
    fallback: null,
    versions: SINCE_0_12,
    group: "long",
  },
  {
    ...read,
    name: "default_archive_policy",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "choice", values: [true, "roster", false] },
    fallback: true,
    variable: "PROSODY_ARCHIVE_POLICY",
    group: "whose",
  },
  {
    ...read,
    name: "mam_smart_enable",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "switch" },
    fallback: false,
    variable: "PROSODY_MAM_SMART_ENABLE",
    group: "whose",
  },
  {
    ...read,
    name: "dont_archive_namespaces",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "names" },
    fallback: [CHAT_STATES],
    group: "whose",
  },
  ...(["muc_log_by_default", "muc_log_all_rooms", "muc_log_presences"] as const).map(
    (name): ProsodyOption => ({
      ...read,
      name,
      module: "muc_mam",
      scopes: ["everywhere", "rooms"],
      kind: { type: "switch" },
      fallback: name === "muc_log_by_default",
      group: "whose",
    }),
  ),
  {
    ...read,
    name: "max_archive_query_results",
    module: "mam",
    scopes: ["everywhere", "host", "rooms"],
    kind: { type: "number", min: 1, max: 1_000 },
    fallback: 50,
    variable: "PROSODY_ARCHIVE_MAX_QUERY_RESULTS",
    group: "served",
  },
  {
    ...read,
    name: "mam_include_total",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "switch" },
    fallback: true,
    group: "served",
  },
  {
    ...read,
    name: "muc_log_include_total",
    module: "muc_mam",
    scopes: ["everywhere", "rooms"],
    kind: { type: "switch" },
    fallback: true,
    group: "served",
  },
  {
    ...read,
    name: "archive_store",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "shown" },
    fallback: "archive",
    group: "storage",
  },
  {
    ...read,
    name: "storage",
    module: null,
    scopes: ["everywhere", "host", "rooms"],
    kind: { type: "shown" },
    fallback: "internal",
    group: "storage",
  },
  {
    ...read,
    name: "mam_remove_expired_messages_period",
    module: "mam",
    scopes: ["everywhere", "host"],
    kind: { type: "shown" },
    fallback: 86_400,
    versions: ONLY_13,
    group: "storage",
  },
];

export const OPTIONS: readonly ProsodyOption[] = [...READ_OPTIONS, ...UNREAD_OPTIONS];

const BY_NAME = new Map<string, ProsodyOption>(OPTIONS.map((it) => [it.name, it]));

/** null: none of those that the archives have; such a line is never shown. */
export function optionNamed(name: string): ProsodyOption | null {
  return BY_NAME.get(name) ?? null;
}

/** @throws RangeError for a name that is in no catalogue; the type forbids it */
export function theOption(name: OptionName): ProsodyOption {
  const option = BY_NAME.get(name);
  if (!option) throw new RangeError(`${name} is missing in the catalogue`);
  return option;
}
