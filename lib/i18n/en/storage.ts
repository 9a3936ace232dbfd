import { counting } from "../counting";

const { n, plural } = counting("en");

const units = { rows: "rows", bytes: "bytes", disk: "on disk" };

export const storage = {
  title: "Storage",
  loading: "Loading the figures",
  abstract: {
    holds: (rows: string, bytes: string) => `${rows} rows hold ${bytes} of stanzas`,
    takes: (disk: string, indexes: string) =>
      ` and take ${disk} on disk, ${indexes} of it for indexes.`,
    ofHost: (host: string) => ` on ${host}.`,
    grows: (perDay: string) => `They grow by ${perDay} a day`,
    shrinks: (perDay: string) => `They shrink by ${perDay} a day`,
    onDisk: (amount: string) => `${amount} on disk`,
    still: "They neither grow nor shrink",
    fullAt: "; the volume is full",
    limitAt: "; your limit is reached",
    about: (date: string) => `about ${date}`,
    between: (from: string, to: string) => `, between ${from} and ${to}`,
    notBefore: (from: string) => `, not before ${from}`,
    roomFor: "; the volume has room for more than ten years of that.",
    limitFar: "; your limit is more than ten years away.",
    now: "now",
    notFull: ".",
    young: "There are too few days to say how fast they grow.",
    empty: "No archive row is stored yet.",
  },
  units,
  unitLabel: "Unit",
  splitLabel: "Split by",
  splits: { host: "host", store: "store", kind: "kind" },
  rangeLabel: "Range",
  ranges: { quarter: "3 months", year: "1 year", all: "all" },
  zoomed: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  showAll: "Show all of it",
  rest: (count: number) => plural(count, "other", "others"),
  total: "together",
  counted: "not messages",
  size: {
    title: "Size over time",
    until: {
      day: "At the end of",
      week: "At the end of the week from",
      month: "At the end of",
    },
    today: "today",
    expected: "expected",
    low: "at least",
    high: "at most",
    summary: (by: string, from: string, to: string, before: string, now: string) =>
      `Size of the archive by ${by}, ${from} to ${to}: from ${before} to ${now}.`,
    of: (name: string, value: string) => `${name} ${value}`,
    noteLeft:
      "What is left of each day, added up: rows that have been deleted since are not in it.",
    noteForecast: (days: number) =>
      `Forecast: the usual arrivals of ${plural(days, "day", "days")} carried on.`,
    noteExpires: (least: string, most: string) =>
      least === most
        ? `What Prosody is told to delete after ${least} is taken away from it.`
        : `What Prosody is told to delete after ${least} to ${most}, by host and store, is taken away from it.`,
    noteKept: "Prosody deletes nothing by itself here.",
    noteLifeUnknown:
      "How long Prosody keeps rows is not known here, so what it will delete is not taken away from it.",
    noteLifePartly: (stores: string) =>
      `How long Prosody keeps ${stores} is not known, so what it will delete there is not taken away.`,
    noteOverdue: (stores: string) =>
      `Of ${stores} rows are left that Prosody is told to delete and did not: nothing is taken away there.`,
    notePastErrors: "The band holds four of five errors of past forecasts.",
    noteSpread: "The band is as wide as weeks differ: there is too little past to test forecasts.",
    noteCopies: "An archive row is not a message: a local one to one message is two rows.",
    noteStanzas: "Bytes are those of the stanzas, without indexes.",
    noteUtc: "Days are counted in UTC when split by kind.",
    volume: (bytes: string) => `volume full: ${bytes} are free`,
    volumeShort: (bytes: string) => `full, ${bytes} free`,
    limit: (bytes: string) => `your limit: ${bytes} on disk`,
    limitShort: (bytes: string) => `limit ${bytes}`,
    full: (at: string) => `≈ ${at}`,
    fullBetween: (at: string, from: string, to: string) => `≈ ${at}, between ${from} and ${to}`,
    fullFrom: (at: string, from: string) => `≈ ${at}, not before ${from}`,
    fullSaid: (at: string) => `The limit is reached about ${at}.`,
    fullRow: (at: string) => `${at}: limit reached`,
    neverFull: "The limit is not reached.",
  },
  disk: {
    by: "part",
    estimated: "≈ what is left",
    measured: "measured",
    known: "How it is known",
    at: "At",
    noteMeasured: (first: string, last: string) => `Measured daily since ${first}, last ${last}.`,
    noteNotYet: "Measured daily; the first sample is taken when the archive is indexed.",
    noteNow: "The newest size is of this moment.",
    noteEstimated:
      "Before that an estimate: what is left of each day’s stanzas, at what they took on disk when measuring began.",
    noteFiles:
      "Files do not shrink when rows are deleted: the room is used again by the rows that come.",
  },
  limit: {
    title: "Limit of the database",
    volume: (free: string) => `The limit is the volume: ${free} are free.`,
    unknown:
      "No limit is known: how large the volume is, only the database’s own machine can tell.",
    set: (size: string, by: string, day: string) =>
      `The limit is ${size} for the whole database, set by ${by} on ${day}.`,
    taken: (size: string) => `It takes ${size} now.`,
    before: (free: string) => `The volume is full before that: ${free} are free.`,
    act: "Set a limit",
    change: "Change the limit",
    note: "The red line of the forecast. Nothing stops there: it is what you want to be told about.",
    choice: "The limit is",
    choices: { volume: "the volume", size: "a size of the database" },
    size: "Size of the whole database",
    unit: "Unit",
    hint: (now: string) => `It takes ${now} now.`,
    volumeHint: (free: string) => `${free} are free where the database stands.`,
    volumeUnknown:
      "How large the volume is, is not known here, so that the forecast has no red line then.",
    save: "Set the limit",
    done: "The limit is set",
    onTrail: "It is on the audit trail.",
    failed: "The console cannot be reached. The audit trail says whether the limit was set.",
  },
  checks: {
    title: "Checked every night",
    fine: "The figures are checked every night: a month, taken at random, is counted again row by row. Nothing differed, last",
    never: "The figures are checked every night; the first check has not come yet.",
    fix: "Build the index anew",
    found: {
      "index-differs": {
        title: (from: string, to: string) =>
          `The index was not what the archive holds, ${from} to ${to}`,
        evidence: (p: Record<string, string | number>) =>
          `${plural(Number(p.missing), "row was", "rows were")} missing, ${n(Number(p.surplus))} were too many, ${n(Number(p.changed))} said something else.`,
        fix: "They are indexed again already. Rows that come or go past the triggers do this: a restored dump, or a trigger that was disabled. If it comes again, build the index anew.",
      },
      "rollups-differ": {
        title: (from: string, to: string) =>
          `Sums of this page were not those of the rows, ${from} to ${to}`,
        evidence: (p: Record<string, string | number>) =>
          `${plural(Number(p.lines), "sum was", "sums were")} wrong.`,
        fix: "They were put right at once. If it comes again, somebody writes into the schema console, or it is a fault of Muniment: build the index anew, and tell us.",
      },
    },
    at: "Found",
  },
  growth: {
    soFar: (bucket: string) => `${bucket} so far`,
    title: "Growth",
    per: { day: "a day", week: "a week", month: "a month" },
    bucket: { day: "Day", week: "Week from", month: "Month" },
    summary: (per: string, from: string, to: string, most: string, at: string) =>
      `What was archived ${per} and is still there, ${from} to ${to}. The most on ${at}: ${most}.`,
    note: "What was archived then and is still there: a day thins out when its rows expire.",
  },
  owners: {
    treeTitle: "Whose rows",
    treeNote: "Each box is as large as what it stands for.",
    summary: (first: string, value: string, all: string) =>
      `The largest is ${first} with ${value}. ${all}.`,
    title: "Owners",
    count: (people: number, rooms: number) =>
      `${plural(people, "person", "people")}, ${plural(rooms, "room", "rooms")}`,
    owner: "Owner",
    kind: "Kind",
    person: "person",
    room: "room",
    theRest: "the rest",
    rows: "Rows",
    size: "Size",
    withText: "With text",
    last: "Last row",
    morePeople: (count: number) => `${n(count)} more ${count === 1 ? "person" : "people"}`,
    moreRooms: (count: number) => `${n(count)} more ${count === 1 ? "room" : "rooms"}`,
    all: "All people and rooms",
    open: (name: string) => `Open ${name}`,
    none: "Nobody has an archive here.",
    sheet: {
      months: "Rows of each month",
      monthsLabel: (from: string, to: string, most: string) =>
        `Rows of each month, ${from} to ${to}, ${most} at most`,
      stores: "Stores",
      store: "Store",
      first: "First row",
      total: "together",
      archive: "Open the archive",
      gone: "Nothing is stored for this name.",
      utc: "Months are those of UTC.",
    },
  },
  heat: {
    title: "When they are written",
    note: (weeks: number, zone: string) =>
      `rows an hour, mean of ${plural(weeks, "week", "weeks")}, ${zone}`,
    summary: (weeks: number, zone: string) =>
      `Rows an hour by weekday and hour, mean of ${plural(weeks, "week", "weeks")}, ${zone}.`,
    busiest: (weekday: string, hour: string, rows: string) =>
      `busiest: ${weekday} ${hour}, ${rows} rows`,
    weekday: "Weekday",
    none: "Nothing was archived in these weeks.",
    short: "Less than a whole week is archived.",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    daysShort: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  },
  kinds: {
    title: "What they are",
    kind: "Kind",
    rows: "Rows",
    share: "Share",
    size: "Size",
    each: "A row",
    cost: (kind: string, share: string) => `${kind}: ${share} of the rows`,
    note: "Of the stores that hold messages. Receipts and markers answer messages and carry no words.",
    copies: (rows: string, share: string, bytes: string) =>
      `≈ ${rows} rows, ${share}, ${bytes}, are second copies: a message between two people of yours is stored for either.`,
    copiesRow: "second copies (≈)",
    copiesWhen: (day: string) => `Copies were counted on ${day}.`,
    copiesLater: "Second copies are counted every night; not yet.",
    more: (count: number, rows: string) =>
      `${plural(count, "kind", "kinds")} more, ${rows} rows together`,
    fewer: "Only the large ones",
    none: "No message is stored yet.",
    names: {
      other: "unreadable",
      text: "text",
      encrypted: "encrypted",
      receipt: "receipts",
      marker: "markers",
      reaction: "reactions",
      correction: "corrections",
      retraction: "retractions",
      moderation: "moderations",
      file: "files",
      call: "calls",
      invite: "invitations",
      subject: "subjects",
      error: "bounces",
      payload: "payloads",
    },
  },
  encrypted: {
    title: "Encrypted",
    label: "encrypted",
    month: "Month",
    of: "Rows with words or a file",
    encrypted: "Encrypted",
    share: "Share",
    summary: (from: string, to: string, first: string, last: string) =>
      `Share of encrypted rows by month, ${from} to ${to}: from ${first} to ${last}.`,
    note: "Of the rows that carry words or a file. Months are those of UTC.",
    none: "No row carries words or a file yet.",
  },
  state: {
    building: "The figures come when the archive is indexed.",
    progress: (done: string, total: string) => `${done} of about ${total} rows are done.`,
    left: (time: string) => `About ${time} to go.`,
    absent: "Figures need the index",
    absentWhy:
      "Counting millions of rows for a page would load the chat server. Muniment counts them once, as it indexes the archive.",
    failed: "These figures could not be read.",
    failedOf: (title: string) => `${title}: the figures could not be read.`,
    retry: "Ask again",
  },
};

export type StorageTexts = typeof storage;
