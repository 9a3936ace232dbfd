"use client";

import { DateTime } from "@/components/ui/date-time";
import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import type { SessionView } from "@/lib/access/views";
import { userAgentName } from "@/lib/format/user-agent";
import { secondsOf } from "./seconds-of";

type Props = { name: string; sessions: readonly SessionView[] };

export function SessionTable({ name, sessions }: Props) {
  const text = useText().access.session;
  return (
    <div className="sess">
      <table className="t">
        <caption className="vh">{text.caption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.browser}</th>
            <th scope="col">{text.from}</th>
            <th scope="col">{text.started}</th>
            <th scope="col">{text.seen}</th>
            <th scope="col" className="wide">
              {text.ends}
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SessionLine({ session }: { session: SessionView }) {
  const text = useText().access.session;
  return (
    <tr>
      <td title={session.userAgent}>
        <bdi>{userAgentName(session.userAgent) ?? text.unknownBrowser}</bdi>
        {session.current && (
          <>
            {" "}
            <Mark tone="fine">{text.current}</Mark>
          </>
        )}
      </td>
      <td className="num" data-label={text.from}>
        {session.address}
      </td>
      <td data-label={text.started}>
        <DateTime stamp={secondsOf(session.createdAt)} />
      </td>
      <td data-label={text.seen}>
        <DateTime stamp={secondsOf(session.seenAt)} />
      </td>
      <td className="wide">
        <DateTime stamp={secondsOf(session.expiresAt)} />
      </td>
    </tr>
  );
}
