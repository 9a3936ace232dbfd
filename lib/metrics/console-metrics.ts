import "server-only";
import { projectionStatus } from "@/lib/archive/projection/status";
import { countConnections } from "@/lib/db/connections";
import type { OpenMetricsRegistry } from "@/lib/instruments/instruments";
import { JOB_KINDS } from "@/lib/jobs/kinds";
import { counter, gauge, known } from "./gauges";
import { countJobs, listFindings, readCounted, readIndexLag } from "./queries";

/** How the console itself is. All of it from the database: the same whichever process is asked. */
export async function addConsoleMetrics(registry: OpenMetricsRegistry): Promise<void> {
  await Promise.all([
    addIndex(registry),
    addCounted(registry),
    addJobs(registry),
    addFindings(registry),
    addConnections(registry),
  ]);
}

const STATES = ["ready", "building", "absent"] as const;

async function addIndex(registry: OpenMetricsRegistry): Promise<void> {
  const { state, lagRows, watermark, layout, problem } = await projectionStatus();
  gauge(registry, {
    name: "muniment_index_state",
    help: "1 for the state that the index of the archive is in.",
    labels: ["state"],
    samples: STATES.map((it) => ({ value: Number(it === state), labels: { state: it } })),
  });
  if (state === "absent") return;
  gauge(registry, {
    name: "muniment_index_lag_rows",
    help: "Archive rows that are stored and not indexed yet; counted up to 10,000, estimated beyond.",
    samples: known(lagRows),
  });
  gauge(registry, {
    name: "muniment_index_lag_seconds",
    help: "Since the oldest row that is stored and not indexed was archived; 0 while none waits.",
    samples: known(await readIndexLag()),
  });
  gauge(registry, {
    name: "muniment_index_stalled",
    help: "1 while something keeps the index from following the archive.",
    samples: known(Number(problem !== null)),
  });
  gauge(registry, {
    name: "muniment_index_watermark",
    help: "The highest sort_id up to which every row is indexed.",
    samples: layout === "prosody" ? known(watermark) : [],
  });
}

async function addCounted(registry: OpenMetricsRegistry): Promise<void> {
  const it = await readCounted();
  counter(registry, {
    name: "muniment_audit_entries_total",
    help: "Entries of the audit trail.",
    samples: known(it.auditEntries),
  });
  gauge(registry, {
    name: "muniment_holds",
    help: "Legal holds that are in force.",
    samples: known(it.holdsInForce),
  });
  gauge(registry, {
    name: "muniment_approvals_open",
    help: "Requests that wait for a second person's yes, or for their deed.",
    samples: known(it.approvalsOpen),
  });
  gauge(registry, {
    name: "muniment_sessions",
    help: "Sessions of operators that are open.",
    samples: known(it.openSessions),
  });
  gauge(registry, {
    name: "muniment_worker_beat_age_seconds",
    help: "Since the newest sign of life of a worker.",
    samples: known(it.newestBeatAge),
  });
  gauge(registry, {
    name: "muniment_database_size_bytes",
    help: "The whole database on disk.",
    samples: known(it.databaseBytes),
  });
  gauge(registry, {
    name: "muniment_archive_table_size_bytes",
    help: "Prosody's archive on disk, with TOAST and indexes.",
    samples: known(it.archiveBytes),
  });
  gauge(registry, {
    name: "muniment_database_transaction_age",
    help: "Transactions since the oldest unfrozen one; PostgreSQL stops writing before 2,147,483,647.",
    samples: known(it.transactionAge),
  });
}

async function addJobs(registry: OpenMetricsRegistry): Promise<void> {
  const counts = new Map((await countJobs()).map((it) => [`${it.kind} ${it.state}`, it.n]));
  gauge(registry, {
    name: "muniment_jobs",
    help: "Long work that waits or runs, and that failed and is still remembered.",
    labels: ["kind", "state"],
    samples: Object.keys(JOB_KINDS).flatMap((kind) =>
      ["waiting", "running", "failed"].map((state) => ({
        value: counts.get(`${kind} ${state}`) ?? 0,
        labels: { kind, state },
      })),
    ),
  });
}

async function addFindings(registry: OpenMetricsRegistry): Promise<void> {
  const found = await listFindings();
  const ofSeverity = (severity: string) => found.filter((it) => it.severity === severity).length;
  gauge(registry, {
    name: "muniment_findings",
    help: "What checks of the worker found wrong and nobody has mended, by severity.",
    labels: ["severity"],
    samples: ["notice", "warning", "error"].map((severity) => ({
      value: ofSeverity(severity),
      labels: { severity },
    })),
  });
}

async function addConnections(registry: OpenMetricsRegistry): Promise<void> {
  gauge(registry, {
    name: "muniment_database_connections",
    help: "Connections of ours, all processes together, by pool.",
    labels: ["pool", "state"],
    samples: (await countConnections()).map(({ pool, state, n }) => ({
      value: n,
      labels: { pool, state },
    })),
  });
}
