import type { PeriodWarning } from "@/lib/prosody/periods/read";

/**
 * How long the rows of a host's store are kept, as far as it can be known without asking Prosody.
 *
 * `expiresAfterSeconds`: a row older than this goes with the next daily run; "never": nothing goes; "off": nobody
 * archives or deletes here any more (the module is off or refuses the value, or Prosody does not know the host or
 * the store); "unknown": no configuration can be read, or it says it by an expression.
 * `source`: "config" where a line says it, "default" where none does and Prosody's own value counts (one week),
 * "observed" where only the data is known.
 */
export type Expiry = {
  host: string;
  /** "archive" (or what `archive_store` says), "muc_log", "uploads". */
  store: string;
  expiresAfterSeconds: number | "never" | "off" | "unknown";
  source: "config" | "default" | "observed";
  reason: ExpiryReason | null;
  /** Prosody's name of the setting, and what stands there; null: nothing does. */
  option: "archive_expires_after" | "muc_log_expires_after" | "http_file_share_expires_after";
  written: string | null;
  /** What the value does beside what it seems to say. */
  warnings: PeriodWarning[];
  /** The oldest row, unix seconds; null: none, or not counted. */
  oldestAt: number | null;
  /** When Prosody's daily task last ran, unix seconds; null: it never did, or its version leaves no note (0.11). */
  lastRunAt: number | null;
};

export type ExpiryReason =
  | "no-config"
  | "incomplete-config"
  | "expression"
  | "module-off"
  | "value-refused"
  | "other-store"
  | "host-unknown";
