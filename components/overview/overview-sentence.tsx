"use client";

import type { Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode, Suspense, use } from "react";
import { useNow, usePreferences } from "@/components/preferences";
import { useFigures } from "@/components/storage/frame/use-figures";
import { Abstract } from "@/components/ui/abstract";
import { useText } from "@/components/use-text";
import { dayKey, formatDay } from "@/lib/format/day";
import { formatStamp, isoStamp } from "@/lib/format/stamp";
import { isOver } from "@/lib/jobs/views";
import type { OverviewParts } from "./parts";
import { sentenceOf } from "./sentence";

type Props = { parts: OverviewParts; host: string | null; bones: ReactNode };

/** The title, quiet, with the moment it is true of; then the sentence. */
export function OverviewSentence({ parts, host, bones }: Props) {
  const t = useText().overview;
  const { zone, locale } = usePreferences();
  const now = useNow();
  return (
    <header className="opening">
      <h1 className="cap">
        {t.title},{" "}
        <time dateTime={isoStamp(now)}>
          {formatDay(dayKey(now, zone), locale)}, {formatStamp(now, zone, "clock")} {zone}
        </time>
      </h1>
      <Suspense fallback={bones}>
        <Sentence parts={parts} host={host} />
      </Suspense>
    </header>
  );
}

function Sentence({ parts, host }: Omit<Props, "bones">) {
  const t = useText().overview.sentence;
  const figures = useFigures();
  const jobs = parts.jobs && use(parts.jobs);
  const clauses = sentenceOf(
    {
      host,
      size: parts.size && use(parts.size),
      nights: use(parts.nights),
      waiting: use(parts.approvals).filter((it) => it.mayDecide).length,
      running: jobs?.filter((it) => !isOver(it)).length ?? 0,
      findings: use(parts.findings),
      trail: parts.trail && use(parts.trail),
    },
    t,
    figures,
  );
  return (
    <Abstract>
      {clauses.map(({ lead, rest, href }) => (
        <Fragment key={href}>
          <Link href={href as Route} prefetch={false}>
            {lead}
          </Link>
          {rest}{" "}
        </Fragment>
      ))}
    </Abstract>
  );
}
