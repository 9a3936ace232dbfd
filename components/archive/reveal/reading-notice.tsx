"use client";

import { useState, useTransition } from "react";
import type { OwnerRef } from "@/components/archive/archive-queries";
import { useNow, usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { formatStamp } from "@/lib/format/stamp";
import { RevealDialog } from "./reveal-dialog";
import type { RevealScope } from "./reveal-form";
import { useRefreshAt } from "./use-refresh-at";

export type OpenReading = { id: string; reason: string; expiresAt: string };
export type OpenReveal = (
  input: RevealScope & { reason: string; minutes: number },
) => Promise<ActionResult<OpenReading>>;
export type CloseReveal = (input: { id: string }) => Promise<ActionResult<void>>;

type Props = {
  owner: OwnerRef;
  jid: string;
  reading: OpenReading | null;
  /** The roles permit reading at all. */
  mayRead: boolean;
  openReveal: OpenReveal;
  closeReveal: CloseReveal;
};

/** Says whether the words are open, why, and for how long; opens and closes them. */
export function ReadingNotice({ owner, jid, reading, mayRead, openReveal, closeReveal }: Props) {
  const t = useText().reading;
  const [asking, setAsking] = useState(false);
  const [closing, startClosing] = useTransition();
  useRefreshAt(reading?.expiresAt ?? null);
  const now = useNow();
  const { zone } = usePreferences();
  if (reading) {
    const ends = Date.parse(reading.expiresAt) / 1000;
    const until = `${formatStamp(ends, zone)} ${zone}`;
    const minutes = Math.max(0, Math.floor((ends - now) / 60));
    return (
      <div className="shut open" role="status">
        <Icon name="eye" />
        <p>
          {t.readingNow(reading.reason)} <span className="cap num left">{t.left(minutes)}</span>
          <span className="only-print cap">{t.printed(reading.id, until)}</span>
        </p>
        <Button
          small
          busy={closing}
          onClick={() =>
            startClosing(async () => {
              await closeReveal({ id: reading.id });
            })
          }
        >
          {closing ? t.closing : t.close}
        </Button>
      </div>
    );
  }
  return (
    <div className="shut">
      <Icon name="closed" />
      <p>
        <b>{t.closedTitle}.</b> {mayRead ? t.closedWhy : t.closedRole}
      </p>
      {mayRead && (
        <Button small tone="first" icon="eye" onClick={() => setAsking(true)}>
          {t.open}
        </Button>
      )}
      <RevealDialog
        open={asking}
        onOpenChange={setAsking}
        owner={owner}
        jid={jid}
        openReveal={openReveal}
      />
    </div>
  );
}
