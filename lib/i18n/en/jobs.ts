import { formatNumber } from "@/lib/format/number";

const kinds = {
  "maintenance.analyze": "Analyse a table",
  "maintenance.vacuum": "Vacuum a table",
  "maintenance.reindex": "Build an index anew",
  "maintenance.create-index": "Create an index",
  "maintenance.drop-index": "Drop an index",
  "retention.run": "Clean up",
};

export const jobs = {
  title: "Jobs",
  /** Of the button in the top bar. */
  inFlight: (count: number, percent: number | null) => {
    const head = count === 1 ? "1 job in flight" : `${formatNumber(count)} jobs in flight`;
    return percent === null ? head : `${head}, the first at ${percent} percent`;
  },
  recent: "Jobs that ended lately",
  recentFailed: "Jobs that ended lately; one of them failed",
  now: "In flight",
  lately: "Ended lately",
  none: "Nothing is under way.",
  failed: "The list could not be loaded.",
  kinds,
  states: {
    waiting: "waits for its turn",
    running: "runs",
    done: "done",
    failed: "failed",
    cancelled: "cancelled",
  },
  by: (name: string) => `asked by ${name}`,
  again: (attempt: number) => `begun ${formatNumber(attempt)} times: its worker ended meanwhile`,
  progressOf: (what: string) => `Progress of: ${what}`,
  rate: { blocks: "blocks/s", rows: "rows/s", steps: "steps/s" },
  left: (span: string) => `${span} left in this step`,
  waitsFor: (pid: number, login: string | null, span: string | null) =>
    [
      `Waits for the transaction of process ${pid}`,
      login === null ? "" : ` of ${login}`,
      span === null ? "" : `, open for ${span}`,
      ". Prosody does not wait behind it.",
    ].join(""),
  cancel: "Cancel",
  cancelling: "Is being stopped",
  cancelOf: (what: string) => `Cancel: ${what}`,
  cancelled: "The job is being stopped.",
  runAs: (role: string) => `To be run as ${role}:`,
  copy: "Copy the statement",
  statement: "Statement",
  leftBehind: (names: string) =>
    `An old transaction kept ${names} from being taken away. It answers no query; the index advice names it.`,
  results: {
    rows: (rows: string) => `${rows} rows are known to the planner now`,
    deadRows: (rows: string) => `room of ${rows} dead rows can be used again`,
    size: (before: string, after: string) => `${before} before, ${after} now`,
    bytes: (bytes: string) => `takes ${bytes}`,
    freed: (bytes: string) => `${bytes} are free`,
    already: "was done already",
  },
  /** As PostgreSQL names them in its progress views. */
  phases: {
    count: "counts",
    delete: "deletes, at the pace others allow",
    "delete-unwatched": "deletes slowly: how others fare is not shown to us",
    paused: "paused",
    initializing: "begins",
    "scanning heap": "reads the table",
    "vacuuming indexes": "clears dead entries from the indexes",
    "vacuuming heap": "clears dead rows from the table",
    "cleaning up indexes": "tidies the indexes",
    "performing final cleanup": "tidies up",
    "acquiring sample rows": "reads a sample",
    "acquiring inherited sample rows": "reads a sample of the partitions",
    "computing statistics": "computes statistics",
    "computing extended statistics": "computes statistics",
    "finalizing analyze": "writes the statistics down",
    "waiting for writers before build": "waits for transactions that write",
    "building index": "builds the index",
    "building index: scanning table": "reads the table",
    "building index: sorting live tuples": "sorts",
    "building index: loading tuples in tree": "writes the index",
    "waiting for writers before validation": "waits for transactions that write",
    "index validation: scanning index": "checks the index",
    "index validation: sorting tuples": "sorts for the check",
    "index validation: scanning table": "checks it against the table",
    "waiting for old snapshots": "waits for old transactions",
    "waiting for readers before marking dead": "waits for transactions that read",
    "waiting for readers before dropping": "waits for transactions that read",
  } as Record<string, string>,
};
