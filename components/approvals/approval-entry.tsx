"use client";

import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";
import type { ApprovalDeed } from "./types";

type Props = { approval: ApprovalView; onAsk: (deed: ApprovalDeed) => void };

/** One open request: what exactly is asked, by whom, why, and what can be done. */
export function ApprovalEntry({ approval, onAsk }: Props) {
  const text = useText().approvals;
  const { id, kind, subject, content, sha256, reason, state, mayDecide, mayCancel } = approval;
  return (
    <article className="request" aria-labelledby={`request-${id}`}>
      <div className="head">
        <h2 id={`request-${id}`} className="h2">
          {text.kinds[kind]}: <bdi>{subject}</bdi>
        </h2>
        <Mark tone={state === "approved" ? "fine" : "held"}>{text.states[state]}</Mark>
      </div>
      <Facts
        className="mt-2"
        facts={[
          {
            name: text.by,
            value: (
              <>
                <bdi>{approval.requester}</bdi>, <DateTime stamp={approval.requestedAt} />
              </>
            ),
          },
          { name: text.reason, value: <bdi>{reason}</bdi> },
          approval.decidedBy !== null && {
            name: text.decided,
            value: <bdi>{approval.decidedBy}</bdi>,
          },
          approval.ripeAt !== null && {
            name: text.ripe,
            value: <DateTime stamp={approval.ripeAt} zone />,
          },
          { name: text.expires, value: <DateTime stamp={approval.expiresAt} zone /> },
          { name: text.sha256, value: <span className="mono">{sha256}</span> },
        ]}
      />
      <Code label={text.content(id.slice(0, 8))} wraps className="mt-2">
        {JSON.stringify(content, null, 2)}
      </Code>
      {approval.own && state === "waiting" && approval.ripeAt === null && (
        <p className="note mt-2">{text.own}</p>
      )}
      <div className="acts mt-2">
        {mayDecide && <Button onClick={() => onAsk("approve")}>{text.approve}</Button>}
        {mayDecide && <Button onClick={() => onAsk("refuse")}>{text.refuse}</Button>}
        {mayCancel && <Button onClick={() => onAsk("cancel")}>{text.cancel}</Button>}
      </div>
    </article>
  );
}
