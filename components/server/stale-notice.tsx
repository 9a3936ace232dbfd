"use client";

import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";

type Props = { error: Error; since: number; onRetry: () => void };

/** The last answer stays on the page, and says that it is not the newest. */
export function StaleNotice({ error, since, onRetry }: Props) {
  const { server: t, errors } = useText();
  return (
    <div role="alert" className="mt-2">
      <Finding
        tone="loss"
        level={2}
        title={t.stale}
        action={
          <Button small onClick={onRetry}>
            {t.retry}
          </Button>
        }
      >
        {sentenceOf(errors, error)} {t.staleSince} <DateTime stamp={since} style="second" />.
      </Finding>
    </div>
  );
}
