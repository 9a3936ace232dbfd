import "server-only";
import type { OpenMetricsRegistry } from "@/lib/instruments/instruments";
import { counter, gauge, type Sample } from "./gauges";
import {
  type CleanupRuns,
  type HostTotals,
  type OwnCleanup,
  readCleanupRuns,
  readHostTotals,
  readOwnCleanups,
} from "./queries";

const LABELS = ["host"] as const;

/**
 * The metrics operators are told to watch (mam-operators-reference.md, "Prometheus Metrics"), by exactly those
 * names, as far as they can be known from the database. No Prosody has any of them. How many queries
 * clients make, and how long these take, only Prosody could tell: those two are absent
 * (docs/decisions/0012-metrics.md).
 */
export async function addArchiveMetrics(registry: OpenMetricsRegistry): Promise<void> {
  const [totals, runs, own] = await Promise.all([
    readHostTotals(),
    readCleanupRuns(),
    readOwnCleanups(),
  ]);
  const of = (value: (it: HostTotals) => number) =>
    (totals ?? []).map((it) => ({ value: value(it), labels: { host: it.host } }));
  gauge(registry, {
    name: "prosody_mod_mam_archive_size_bytes",
    help: "Bytes of archived stanzas, without indexes.",
    labels: LABELS,
    samples: of((it) => it.bytes),
  });
  gauge(registry, {
    name: "prosody_mod_mam_messages_total",
    help: "Archive rows now; a local message between two people is two. Falls when rows expire.",
    labels: LABELS,
    samples: of((it) => it.rows),
  });
  gauge(registry, {
    name: "prosody_mod_mam_users_total",
    help: "People, or rooms, that have archive rows now.",
    labels: LABELS,
    samples: of((it) => it.owners),
  });
  counter(registry, {
    name: "prosody_mod_mam_cleanup_runs_total",
    help: "Daily cleanups of Prosody since the worker first saw one of this host, and runs of Muniment.",
    labels: LABELS,
    samples: allRuns(runs, own),
  });
  counter(registry, {
    name: "prosody_mod_mam_cleanup_messages_deleted_total",
    help: "Rows that Muniment's own cleanups deleted; what Prosody deletes, it tells its log alone.",
    labels: LABELS,
    samples: own.map((it) => ({ value: it.deleted, labels: labels(it) })),
  });
  gauge(registry, {
    name: "muniment_prosody_cleanup_last_run_timestamp_seconds",
    help: "When Prosody last removed expired messages, in Unix seconds.",
    labels: LABELS,
    samples: runs.map((it) => ({ value: it.lastRunAt, labels: labels(it) })),
  });
}

const labels = (it: { host: string }) => ({ host: it.host });

/** A host may have been cleaned by both, one after the other. */
function allRuns(runs: readonly CleanupRuns[], own: readonly OwnCleanup[]): Sample[] {
  const byHost = new Map<string, number>();
  for (const { host, runs: n } of [...runs, ...own]) {
    byHost.set(host, (byHost.get(host) ?? 0) + n);
  }
  return [...byHost].map(([host, value]) => ({ value, labels: { host } }));
}
