import { capital, countWord } from "@/lib/format/count-word";
import { formatShare } from "@/lib/format/number";
import type { OverviewTexts } from "@/lib/i18n/en/overview";
import type { Findings, Nights, Size, TrailDay } from "@/lib/overview/views";
import type { Figures } from "../storage/frame/use-figures";
import { netRowsPerDay } from "./pace";

/** What a clause begins with leads to where it is told at length. */
export type Clause = { lead: string; rest: string; href: string };

export type Known = {
  host: string | null;
  /** null: this operator may not see it. */
  size: Size | null;
  nights: Nights;
  /** Requests that this operator may decide. */
  waiting: number;
  /** Jobs under way; 0 also for who may not see them. */
  running: number;
  findings: Findings;
  trail: TrailDay | null;
};

type Said = OverviewTexts["sentence"];

/** The sentence that answers before anything is looked at. Only what is known is in it. */
export function sentenceOf(known: Known, t: Said, figures: Figures): Clause[] {
  const { size, nights, waiting, running, findings, trail } = known;
  return [
    ...(size ? rowsClause(known, size, t, figures) : []),
    ...(trail && !size ? [trailClause(trail, t, figures)] : []),
    ...nightsClause(nights, t),
    ...waitsClause(waiting, t, figures),
    ...runsClause(running, t, figures),
    wrongClause(findings, t, figures),
  ];
}

function rowsClause({ host, nights }: Known, size: Size, t: Said, figures: Figures): Clause[] {
  const { counted, estimatedRows } = size;
  const { locale, value } = figures;
  const href = host === null ? "/storage" : `/storage?host=${encodeURIComponent(host)}`;
  if (counted.state !== "ready") {
    const rest =
      counted.state === "building"
        ? t.counting(formatShare(counted.builtRows, counted.totalRows, locale))
        : t.uncountedRest;
    return [{ lead: t.uncounted(value("rows", estimatedRows)), rest, href }];
  }
  const { growth, diskBytes } = counted.data;
  const { rows, bytes } = growth.total;
  if (rows === 0) return [{ lead: t.empty, rest: t.emptyRest, href }];
  const hosts = growth.series.length;
  const place = host ?? t.hosts(countWord(hosts, locale), hosts !== 1);
  const rest = t.take(
    value("bytes", diskBytes ?? bytes),
    place,
    paceOf(netRowsPerDay(counted.data, nights), t, value),
  );
  return [{ lead: t.rows(rows), rest, href }];
}

function paceOf(perDay: number | null, t: Said, value: Figures["value"]): string {
  if (perDay === null) return t.young;
  const rows = Math.round(Math.abs(perDay));
  if (rows === 0) return t.still;
  return (perDay > 0 ? t.more : t.fewer)(value("rows", rows));
}

const trailClause = ({ entries, today }: TrailDay, t: Said, { value }: Figures): Clause => ({
  lead: t.entries(entries),
  rest: t.entriesRest(value("rows", today)),
  href: "/audit",
});

function nightsClause({ state, known, targets }: Nights, t: Said): Clause[] {
  const href = "#gone";
  if (targets.length === 0) {
    return known ? [] : [{ lead: t.expiryUnknown, rest: t.expiryUnknownRest, href }];
  }
  if (state !== "ready") return [];
  const rows = targets.reduce((sum, it) => sum + (it.rows[0] ?? 0), 0);
  return rows === 0
    ? [{ lead: t.nothingExpires, rest: t.nothingExpiresRest, href }]
    : [{ lead: t.expire(rows), rest: t.expireRest(rows), href }];
}

function waitsClause(waiting: number, t: Said, { locale }: Figures): Clause[] {
  if (waiting === 0) return [];
  const lead = t.waits(capital(countWord(waiting, locale)), waiting > 1);
  return [{ lead, rest: t.waitsRest(waiting > 1), href: "/approvals" }];
}

function runsClause(running: number, t: Said, { locale }: Figures): Clause[] {
  if (running === 0) return [];
  const lead = t.runs(capital(countWord(running, locale)), running > 1);
  return [{ lead, rest: t.runsRest(running > 1), href: "#waits" }];
}

function wrongClause(
  { findings, checks, partial }: Findings,
  t: Said,
  { locale }: Figures,
): Clause {
  const href = "#wrong";
  const { length } = findings;
  if (length === 0) {
    const all = checks.every((it) => it.outcome === "pass");
    const lead = partial ? t.fineSeen : all ? t.fine : t.fineMade;
    return { lead, rest: t.fineRest, href };
  }
  const lead = t.wrong(capital(countWord(length, locale)), length > 1);
  return { lead, rest: t.wrongRest(length > 1), href };
}
