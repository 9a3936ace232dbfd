"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { useToast } from "@/components/ui/toast";
import { useText } from "@/components/use-text";
import { formatSpan } from "@/lib/format/duration";
import type { EndReading, ShellReading } from "./types";

type Props = { reading: ShellReading; now: number; onEnd: EndReading };

export function ReadingDetails({ reading, now, onEnd }: Props) {
  const text = useText().frame.reading;
  const { locale } = usePreferences();
  const router = useRouter();
  const toast = useToast();
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const end = () =>
    start(async () => {
      const result = await onEnd({ id: reading.id });
      // One that has run out meanwhile is as closed as one that was ended.
      if (!result.ok && result.error.code !== "not-found") return setError(result.error.message);
      toast({ tone: "fine", title: text.ended });
      router.refresh();
    });
  return (
    <section className="reading">
      <h2 className="h2">
        <bdi>{text.of(`${reading.user}@${reading.host}`)}</bdi>
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
        <Button small busy={busy} onClick={end}>
          {text.end}
        </Button>
      </div>
    </section>
  );
}
