import type { OptionName } from "@/lib/i18n/en/options";
import type { LuaLiteral } from "../lua-config/value";
import type { ProsodyVersion } from "../version";

/** Where a line of it may stand: global section, a virtual host, a room component, an upload component. */
export type OptionScope = "everywhere" | "host" | "rooms" | "uploads";

/** `shown`: read and explained, and not written by us. */
export type OptionKind =
  | { type: "period" }
  /** Seconds as a number in 0.12; -1 never. */
  | { type: "upload-period" }
  | { type: "switch" }
  | { type: "number"; min: number; max: number }
  | { type: "choice"; values: readonly (string | boolean)[] }
  | { type: "names" }
  | { type: "shown" };

/** What is offered instead of a setting that does nothing. The words are in lib/i18n/en/options.ts. */
export type OptionInstead =
  | "dont_archive_namespaces"
  | "muc_log_all_rooms"
  | "max_archive_query_results"
  | "mam_smart_enable"
  | "log-level"
  | "own-requests"
  | "own-cleanup"
  | "compression";

export type OptionGroup = "long" | "whose" | "served" | "storage" | "unread";

export type ProsodyOption = {
  name: OptionName;
  /** null: of no module; see `versions`. */
  module: string | null;
  scopes: readonly OptionScope[];
  kind: OptionKind;
  /** What Prosody takes where nothing is said; null: nothing. */
  fallback: LuaLiteral;
  /** Which read it; empty: it exists in no Prosody. */
  versions: readonly ProsodyVersion[];
  /** Of deployments that hand the environment on (the operators' reference). */
  variable: string | null;
  group: OptionGroup;
  instead: OptionInstead | null;
};
