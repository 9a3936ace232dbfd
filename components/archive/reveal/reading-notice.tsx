"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import type { OwnerRef } from "@/components/archive/archive-queries";
import { useNow } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { ActionResult } from "@/lib/errors";
import { RevealDialog } from "./reveal-dialog";

export type OpenReading = { id: string; reason: string; expiresAt: string };
export type OpenReveal = (
  input: OwnerRef & { reason: string; minutes: number },
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
  const t = useText().archive.reading;
  const [asking, setAsking] = useState(false);
  const [closing, startClosing] = useTransition();
  useRefreshAt(reading?.expiresAt ?? null);
  const now = useNow();
  if (reading) {
    const minutes = Math.max(0, Math.floor((Date.parse(reading.expiresAt) / 1000 - now) / 60));
    return (
      <div className="shut open noprint" role="status">
        <Icon name="eye" />
        <p>
          {t.readingNow(reading.reason)} <span className="cap num">{t.left(minutes)}</span>
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
    <div className="shut noprint">
      <Icon name="closed" />
      <p>
        <span>
          <b>{t.closedTitle}.</b> {mayRead ? t.closedWhy : t.closedRole}
        </span>
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

/** Draws the page anew when the reading is over, so that no word stays on screen longer than allowed. */
function useRefreshAt(expiresAt: string | null): void {
  const router = useRouter();
  useEffect(() => {
    if (!expiresAt) return;
    const left = Math.max(0, Date.parse(expiresAt) - Date.now()) + 500;
    const timer = setTimeout(() => router.refresh(), left);
    return () => clearTimeout(timer);
  }, [expiresAt, router]);
}
