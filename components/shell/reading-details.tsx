"use client";

import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { useText } from "@/components/use-text";
import { formatSpan } from "@/lib/format/duration";
import { readingLabel } from "./reading-label";
import type { EndReading, ShellReading } from "./types";
import { useEndReading } from "./use-end-reading";

type Props = { reading: ShellReading; now: number; onEnd: EndReading };

export function ReadingDetails({ reading, now, onEnd }: Props) {
  const text = useText().frame.reading;
  const { locale } = usePreferences();
  const { busy, error, end } = useEndReading(onEnd);
  return (
    <section className="reading">
      <h2 className="h2">
        <bdi>{text.of(readingLabel(reading, text))}</bdi>
      </h2>
      <Facts
        className="mt-2"
        facts={[
          { name: text.reason, value: <bdi>{reading.reason}</bdi> },
          { name: text.opened, value: <DateTime stamp={reading.openedAt} style="clock" zone /> },
          {
            name: text.ends,
            value: (
              <>
                <DateTime stamp={reading.expiresAt} style="clock" zone />{" "}
                <span className="cap">
                  {text.left(formatSpan(reading.expiresAt - now, locale))}
                </span>
              </>
            ),
          },
        ]}
      />
      <p className="note mt-2">{text.explain}</p>
      {error && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
      <div className="acts">
        <Button small busy={busy} onClick={() => end(reading.id)}>
          {text.end}
        </Button>
      </div>
    </section>
  );
}
