"use client";

import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { Mark } from "@/components/ui/mark";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { HeldCount, HeldDay, HoldView as Hold, HoldCover } from "@/lib/holds/views";
import { CoverLine } from "./cover-line";
import { HeldDays } from "./held-days";
import { HoldDates, HoldSubject } from "./hold-subject";

type Props = { hold: Hold; cover: HoldCover; held: HeldCount; days: HeldDay[] };

/** One hold: what it names, what of it is still in Prosody's tables, and what was kept from deletion. */
export function HoldView({ hold, cover, held, days }: Props) {
  const text = useText().holds;
  const { show } = text;
  return (
    <div className="page holds">
      <PageTitle
        id={text.kinds[hold.kind]}
        actions={
          <ButtonLink href={"/holds" as Route} icon="left" prefetch={false}>
            {show.back}
          </ButtonLink>
        }
      >
        {text.holdTitle(hold.id)}
      </PageTitle>
      <Facts
        className="mt-6"
        facts={[
          { name: show.on, value: <HoldSubject hold={hold} /> },
          { name: show.dates, value: <HoldDates hold={hold} /> },
          { name: show.reason, value: <bdi>{hold.reason}</bdi> },
          { name: show.by, value: <bdi>{hold.operator}</bdi> },
          {
            name: show.since,
            value: (
              <>
                <DateTime stamp={hold.inForceSince} style="second" zone />{" "}
                {hold.releasedAt === null && <Mark tone="held">{text.state.active}</Mark>}
              </>
            ),
          },
          { name: show.live, value: <CoverLine cover={cover} /> },
          { name: show.kept, value: <Kept held={held} /> },
        ]}
      />
      {cover.wholeArchives && <p className="cap mt-2">{text.form.wholeArchives}</p>}
      {days.length > 0 && <HeldDays days={days} />}
      <section className="worth">
        <h2 className="h2">{show.howTitle}</h2>
        <ul>
          {show.how.map((line) => (
            <li key={line} className="note">
              {line}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Kept({ held: { deleted, changed, last, more } }: { held: HeldCount }) {
  const text = useText().holds.show;
  if (last === null) return <>{text.keptNone}</>;
  return (
    <>
      <b>{text.versions(deleted + changed, more)}</b>, {text.ofWhich(deleted, changed)}; {text.last}{" "}
      <DateTime stamp={last} style="second" />
    </>
  );
}
