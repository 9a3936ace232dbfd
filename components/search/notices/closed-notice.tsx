"use client";

import { useState } from "react";
import type { OpenReveal } from "@/components/archive/reveal/reading-notice";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { Query } from "@/lib/search/language/query";
import { ReadingDialog } from "./reading-dialog";
import { proposedScope } from "./scope-of";

type Props = {
  /** The role may search words, under a reading; else it never may. */
  mayRead: boolean;
  query: Query;
  hosts: readonly string[];
  openReveal: OpenReveal;
};

/** In the place of an answer: why there is none, and what would give one. */
export function ClosedNotice({ mayRead, query, hosts, openReveal }: Props) {
  const t = useText().search.closed;
  const [asking, setAsking] = useState(false);
  return (
    <div className="shut" role="status">
      <Icon name="closed" />
      <p>
        <span>
          <b>{t.title}.</b> {mayRead ? t.why : t.role} {query.words === null && t.link}
        </span>
      </p>
      {mayRead && (
        <Button small tone="first" icon="eye" data-opens-reading onClick={() => setAsking(true)}>
          {t.open}
        </Button>
      )}
      <ReadingDialog
        open={asking}
        onOpenChange={setAsking}
        proposed={proposedScope(query, hosts)}
        hosts={hosts}
        openReveal={openReveal}
      />
    </div>
  );
}
