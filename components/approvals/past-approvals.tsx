"use client";

import { DateTime } from "@/components/ui/date-time";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { ApprovalView } from "@/lib/approvals/views";

export function PastApprovals({ past }: { past: readonly ApprovalView[] }) {
  const text = useText().approvals;
  const { columns } = text;
  return (
    <section aria-labelledby="past-requests" className="mt-10">
      <h2 className="h2" id="past-requests">
        {text.past}
      </h2>
      <ScrollBox className="mt-2" label={text.pastCaption}>
        <table className="t">
          <caption className="vh">{text.pastCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.what}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col">{columns.asked}</th>
              <th scope="col">{columns.decided}</th>
              <th scope="col">{columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {past.map((it) => (
              <tr key={it.id}>
                <th scope="row">
                  {text.kinds[it.kind]}: <bdi>{it.subject}</bdi>
                </th>
                <td>
                  <bdi>{it.requester}</bdi>
                </td>
                <td>
                  <DateTime stamp={it.requestedAt} />
                </td>
                <td>
                  <bdi>{it.decidedBy ?? "–"}</bdi>
                </td>
                <td>
                  {text.states[it.state]}
                  {it.decisionReason !== null && (
                    <>
                      : <bdi>{it.decisionReason}</bdi>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
