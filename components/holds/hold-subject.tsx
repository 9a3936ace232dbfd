"use client";

import { DateTime } from "@/components/ui/date-time";
import { useText } from "@/components/use-text";
import type { HoldScope } from "@/lib/holds/views";

/** Whom or what it is about: addresses as they are stored. */
export function HoldSubject({ hold: { host, user, peer } }: { hold: HoldScope }) {
  const text = useText().holds;
  return (
    <>
      <bdi>{user === null ? host : `${user}@${host}`}</bdi>
      {peer !== null && (
        <>
          {" "}
          <bdi>{text.with(peer)}</bdi>
        </>
      )}
    </>
  );
}

/** When its messages were sent. */
export function HoldDates({ hold: { from, until } }: { hold: HoldScope }) {
  const text = useText().holds;
  if (from === null && until === null) return <>{text.whenever}</>;
  return (
    <>
      {from !== null && (
        <>
          {text.from} <DateTime stamp={from} />{" "}
        </>
      )}
      {until !== null && (
        <>
          {text.until} <DateTime stamp={until} />
        </>
      )}
    </>
  );
}
