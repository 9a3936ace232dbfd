"use client";

import type { Route } from "next";
import Link from "next/link";
import { useNow, usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";
import { formatSpan } from "@/lib/format/duration";

/** Less than this is not much time for somebody who has to look first. */
const SOON_SECONDS = 6 * 3_600;

/** One request that needs a second person: how long it still stands, what, by whom. */
export function ApprovalLine({ approval }: { approval: ApprovalView }) {
  const { overview, approvals } = useText();
  const t = overview.waits;
  const { locale } = usePreferences();
  const now = useNow();
  const { kind, subject, requester, expiresAt, mayDecide, state } = approval;
  const left = Math.max(0, expiresAt - now);
  return (
    <li className="w">
      <span className="d num" data-soon={(mayDecide && left < SOON_SECONDS) || undefined}>
        {formatSpan(left, locale)}
      </span>
      <span className="b">
        <b>{approvals.kinds[kind]}</b>
        <span>
          <bdi className="mono">{subject}</bdi> ·{" "}
          <bdi>{mayDecide ? t.asksYou(requester) : t.by(requester)}</bdi>
          {!mayDecide && ` · ${approvals.states[state]}`}
        </span>
      </span>
      <Link className="go" href={"/approvals" as Route} prefetch={false}>
        {mayDecide ? t.review : t.look}
      </Link>
    </li>
  );
}
