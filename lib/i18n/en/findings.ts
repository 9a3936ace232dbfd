import { counting } from "../counting";

const { n, plural } = counting("en");

/** How amounts and times are written, in the language and zone of the reader. */
export type FindingFormat = {
  bytes: (bytes: number) => string;
  /** Of unix seconds. */
  day: (seconds: number) => string;
  minute: (seconds: number) => string;
  span: (seconds: number) => string;
};

/** The fact as a sentence, one line of evidence, and what the button that leads to the fix says. */
export type FindingWords = { title: string; evidence: string; fix: string };

type Names = { names: string[] };
type Format = FindingFormat;

const list = (names: string[]) => names.join(", ");
const are = (count: number) => (count === 1 ? "is" : "are");

/** One sentence for each check that can fail; the keys are the names of the checks. */
export const findings = {
  "worker-silent": ({ seconds }: { seconds: number | null }, f: Format): FindingWords => ({
    title: "The worker is not running",
    evidence:
      seconds === null
        ? "It was never seen on this database: nothing new is indexed, and no job runs."
        : `It was last heard of ${f.span(seconds)} ago: nothing new is indexed, and no job runs.`,
    fix: "Start it with the console",
  }),
  "trail-broken": ({ seq, signedAt }: { seq: number; signedAt: string }): FindingWords => ({
    title: "The audit trail was changed",
    evidence: `It no longer has entry ${n(seq)} as it was signed at ${signedAt}. Until somebody has looked, nothing more is signed.`,
    fix: "Name the first bad entry",
  }),
  "index-stopped": ({ problem }: { problem: string }): FindingWords => ({
    title: "The indexer reports a problem",
    evidence: problem,
    fix: "Look at it",
  }),
  "index-behind": ({ rows }: { rows: number }): FindingWords => ({
    title: `The index is ${plural(rows, "row", "rows")} behind`,
    evidence: "Lists, searches and figures lack the newest rows until it has caught up.",
    fix: "Wait for it",
  }),
  "index-absent": (_: object): FindingWords => ({
    title: "This archive is not indexed",
    evidence: "Nobody has agreed to it for this database: no figures, no search, slower pages.",
    fix: "See what would be added",
  }),
  "capture-broken": ({ names }: Names): FindingWords => ({
    title: "What Prosody deletes does not reach the index",
    evidence: `Not as it should be: ${list(names)}. Pages do without the index, so that nothing erased is shown.`,
    fix: "Put it back",
  }),
  "index-differs": (
    {
      from,
      to,
      missing,
      surplus,
      changed,
    }: { from: string; to: string; missing: number; surplus: number; changed: number },
    _f: Format,
  ): FindingWords => ({
    title: "The index differed from Prosody’s table",
    evidence: `${from} to ${to}: ${n(missing)} missing, ${n(surplus)} too many, ${n(changed)} changed. They were indexed again; other months may differ too.`,
    fix: "Build it anew",
  }),
  "rollups-differ": ({
    from,
    to,
    lines,
  }: {
    from: string;
    to: string;
    lines: number;
  }): FindingWords => ({
    title: `${plural(lines, "sum", "sums")} of the storage page did not add up`,
    evidence: `${from} to ${to}. They were put right; other months may differ too.`,
    fix: "Build them anew",
  }),
  "index-missing": ({ names }: Names): FindingWords => ({
    title: `${plural(names.length, "index", "indexes")} ${are(names.length)} missing`,
    evidence: `${list(names)}: queries read more than they need.`,
    fix: "Create",
  }),
  "index-unfinished": ({ names }: Names): FindingWords => ({
    title: `${plural(names.length, "index is", "indexes are")} half built`,
    evidence: `${list(names)}: no query uses it, and every write pays for it.`,
    fix: "Repair",
  }),
  "index-superfluous": ({ names, bytes }: Names & { bytes: number }, f: Format): FindingWords => ({
    title: `${plural(names.length, "index does", "indexes do")} nothing`,
    evidence: `${list(names)}: ${f.bytes(bytes)}, and every write pays for it.`,
    fix: "See the advice",
  }),
  "index-swollen": ({ names, bytes }: Names & { bytes: number }, f: Format): FindingWords => ({
    title: `${plural(names.length, "index takes", "indexes take")} twice the room it needs`,
    evidence: `${list(names)}: ${f.bytes(bytes)} could be free.`,
    fix: "Build anew",
  }),
  "dead-rows": ({ names, rows }: Names & { rows: number }): FindingWords => ({
    title: `${plural(rows, "dead row waits", "dead rows wait")} for a vacuum`,
    evidence: `${list(names)}: their room cannot be used again before.`,
    fix: "Vacuum",
  }),
  "statistics-old": ({ names }: Names): FindingWords => ({
    title: "PostgreSQL plans with old figures",
    evidence: `${list(names)}: changed much since the last ANALYZE, or never analysed.`,
    fix: "Analyse",
  }),
  bloat: ({ bytes, percent }: { bytes: number; percent: number }, f: Format): FindingWords => ({
    title: `About ${n(percent)}% of the archive’s table is empty`,
    evidence: `≈ ${f.bytes(bytes)}, estimated. New rows go there; it is given back only by a rewrite that stops Prosody.`,
    fix: "See the table",
  }),
  "autovacuum-off": (_: object): FindingWords => ({
    title: "Autovacuum is switched off",
    evidence: "Dead rows stay, figures age, and one day PostgreSQL stops taking writes.",
    fix: "Switch it on",
  }),
  "transaction-age": ({ age, max }: { age: number; max: number }): FindingWords => ({
    title: "The archive has not been frozen for long",
    evidence: `Its oldest row is ${n(age)} transactions old; at ${n(max)} PostgreSQL vacuums by force, at 2,000,000,000 it stops.`,
    fix: "Vacuum",
  }),
  "old-prepared": ({ seconds }: { seconds: number }, f: Format): FindingWords => ({
    title: "A prepared transaction was forgotten",
    evidence: `Prepared ${f.span(seconds)} ago. Until it ends, no dead row goes and the index waits.`,
    fix: "List them",
  }),
  "row-numbers": ({ used, max }: { used: number; max: number }): FindingWords => ({
    title: "Row numbers come to an end",
    evidence: `sort_id is at ${n(used)} of ${n(max)}: at the end nothing can be archived.`,
    fix: "See the facts",
  }),
  "stamps-end": ({ last, until }: { last: number; until: number }, f: Format): FindingWords => ({
    title: "Prosody’s clock column ends soon",
    evidence: `The newest row is of ${f.day(last)}; the column ends on ${f.day(until)}.`,
    fix: "See the facts",
  }),
  "map-duplicates": ({ groups }: { groups: number }): FindingWords => ({
    title: `${plural(groups, "setting is", "settings are")} stored twice in Prosody’s table`,
    evidence:
      "Prosody 13 then cannot make its unique index, drops the old one without a word, and saves no roster, room or setting any more. Keep one row of each before the upgrade.",
    fix: "List them",
  }),
  "map-unindexed": (_: object): FindingWords => ({
    title: "Prosody’s table prosody has no index",
    evidence:
      "A Prosody 13 without prosody_unique_index saves nothing there: last activity, roles, rosters.",
    fix: "Create it",
  }),
  "broken-rows": (
    { rows, owner, when, rowId }: { rows: number; owner: string; when: number; rowId: number },
    f: Format,
  ): FindingWords => ({
    title:
      rows === 1
        ? `One broken row hides everything before ${f.day(when)} of ${owner}`
        : `${n(rows)} broken rows hide history, the newest everything before ${f.day(when)} of ${owner}`,
    evidence: `Row ${n(rowId)} is not well-formed XML, so Prosody answers nobody who pages past it.`,
    fix: "Look at the row",
  }),
  "offline-rows": (
    { rows, before }: { rows: number; before: number },
    f: Format,
  ): FindingWords => ({
    title: `${plural(rows, "message waits", "messages wait")} for people who do not come`,
    evidence: `Stored offline before ${f.day(before)}. No setting expires them: they go when their owner signs in, or with the account.`,
    fix: "See the store",
  }),
  "volume-low": (
    { free, fullAt, limited }: { free: number | null; fullAt: number | null; limited: boolean },
    f: Format,
  ): FindingWords => {
    const what = limited ? "Your limit is reached" : "The volume is full";
    return {
      title: fullAt === null ? "The volume is nearly full" : `${what} about ${f.day(fullAt)}`,
      evidence: [
        ...(free === null ? [] : [`${f.bytes(free)} are free.`]),
        "A full volume stops PostgreSQL, and Prosody with it.",
      ].join(" "),
      fix: "See the forecast",
    };
  },
  "jobs-failed": ({ jobs, subject }: { jobs: number; subject: string }): FindingWords => ({
    title: `${plural(jobs, "job", "jobs")} failed since yesterday`,
    evidence: `The last one was about ${subject}.`,
    fix: "See why",
  }),
  "expiry-never-ran": ({ names }: Names): FindingWords => ({
    title: `Prosody has never deleted anything on ${list(names)}`,
    evidence:
      "A limit is set, but the daily task left no note. A Prosody 0.12 that is restarted every day never expires: it counts its first day as done.",
    fix: "Open the policy",
  }),
  "expiry-overdue": ({ names, last }: Names & { last: number }, f: Format): FindingWords => ({
    title: `Prosody’s cleanup is overdue on ${list(names)}`,
    evidence: `It runs once a day and last did on ${f.minute(last)}.`,
    fix: "Open the policy",
  }),
  "expiry-meaning": (
    { odd }: { odd: { host: string; setting: string; seconds: number | null }[] },
    f: Format,
  ): FindingWords => ({
    title: `${odd[0]?.setting} does not mean what it says`,
    evidence: odd
      .map(({ host, setting, seconds }, at) =>
        [
          at === 0 ? host : `${host}, ${setting}`,
          seconds === null ? "rows never expire" : `rows expire after ${f.span(seconds)}`,
        ].join(": "),
      )
      .join("; "),
    fix: "Open the policy",
  }),
  "archiving-off": ({ names }: Names): FindingWords => ({
    title: `Nothing is archived any more on ${list(names)}`,
    evidence: "The module is off, or it refuses the value it was given.",
    fix: "See the setting",
  }),
};

/** What each check says when all is well. */
export const checks: Record<keyof typeof findings, string> = {
  "worker-silent": "The worker runs",
  "trail-broken": "The audit trail has what was signed",
  "index-stopped": "The indexer reports nothing",
  "index-behind": "The index is up to date",
  "index-absent": "The archive is indexed",
  "capture-broken": "What Prosody deletes reaches the index",
  "index-differs": "The index equals Prosody’s table in the month looked at last",
  "rollups-differ": "The sums equal the rows in the month looked at last",
  "index-missing": "Every index that helps is there",
  "index-unfinished": "No index is half built",
  "index-superfluous": "No index is there for nothing",
  "index-swollen": "No index is swollen",
  "dead-rows": "Dead rows are cleared away",
  "statistics-old": "PostgreSQL’s figures are fresh",
  bloat: "The archive’s table is not half empty",
  "autovacuum-off": "Autovacuum is on",
  "transaction-age": "The archive is frozen in time",
  "old-prepared": "No prepared transaction was forgotten",
  "row-numbers": "Row numbers last",
  "stamps-end": "Prosody’s clock column lasts",
  "map-duplicates": "No setting is stored twice",
  "map-unindexed": "Prosody’s table prosody has its index",
  "broken-rows": "Every message is well-formed XML",
  "offline-rows": "No message waits offline for long",
  "volume-low": "The volume has room",
  "jobs-failed": "No job failed since yesterday",
  "expiry-never-ran": "Prosody’s cleanup has run",
  "expiry-overdue": "Prosody’s cleanup runs daily",
  "expiry-meaning": "Every limit means what it says",
  "archiving-off": "Every host that should archive does",
};

export type FindingTexts = typeof findings;
export type CheckTexts = typeof checks;
