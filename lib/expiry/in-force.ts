import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { readProsodyConfig } from "@/lib/prosody/config/read";
import { isRoomStore } from "@/lib/prosody/stores";
import type { ProsodyVersion } from "@/lib/prosody/version";
import { versionEvidence } from "@/lib/prosody/version-evidence";
import { type Declared, declaredExpiry } from "./declared";
import { listStoreSpans, listTaskRuns, type StoreSpan } from "./queries";
import type { Expiry } from "./views";

const TASKS = {
  archive_expires_after: "mam/remove_expired_messages",
  muc_log_expires_after: "muc_mam/remove_expired_messages",
  http_file_share_expires_after: "http_file_share/remove_expired_files",
} as const;

/** Prosody's daily task that removes what is expired, as it stands in store `cron`. */
export const cleanupTask = ({ option }: Pick<Expiry, "option">): string => TASKS[option];

/**
 * Expiry per host and store, sorted by both: every host of the configuration that should have an archive, and every
 * store that has rows. Without a readable configuration each is "unknown" with what the data shows. No store of
 * another kind is in it: `offline` and PEP rows never expire. A few milliseconds; any grant will do, because nothing
 * about a person is in it.
 */
export async function expiryInForce(
  _grant: Grant,
  version?: ProsodyVersion | null,
): Promise<Expiry[]> {
  const [evidence, spans, runs] = await Promise.all([
    version ? null : versionEvidence(),
    listStoreSpans(),
    listTaskRuns(),
  ]);
  const config = readProsodyConfig();
  const known = config
    ? declaredExpiry(config, version ?? evidence?.version ?? "0.12")
    : spans.map((span) => observed(span, "unknown", "no-config"));
  const rest = spans
    .filter(({ host, store }) => !known.some((it) => it.host === host && it.store === store))
    .map((span) =>
      config && config.lua.problems.length > 0
        ? observed(span, "unknown", "incomplete-config")
        : beyond(span, known),
    );
  return [...known, ...rest]
    .map((it) => ({
      ...it,
      oldestAt:
        spans.find(({ host, store }) => host === it.host && store === it.store)?.oldestAt ?? null,
      lastRunAt:
        runs.find(({ host, task }) => host === it.host && task === cleanupTask(it))?.at ?? null,
    }))
    .sort((a, b) => compare(a.host, b.host) || compare(a.store, b.store));
}

/** Rows of a host or a store that the configuration does not have: nobody deletes them. */
function beyond(span: StoreSpan, known: Declared[]): Declared {
  const isHost = known.some((it) => it.host === span.host);
  return observed(span, "off", isHost ? "other-store" : "host-unknown");
}

function observed(
  { host, store }: StoreSpan,
  expiresAfterSeconds: "unknown" | "off",
  reason: NonNullable<Expiry["reason"]>,
): Declared {
  const option =
    store === "uploads"
      ? "http_file_share_expires_after"
      : isRoomStore(store)
        ? "muc_log_expires_after"
        : "archive_expires_after";
  return {
    host,
    store,
    option,
    expiresAfterSeconds,
    source: "observed",
    reason,
    written: null,
    warnings: [],
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
