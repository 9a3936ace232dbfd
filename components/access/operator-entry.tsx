"use client";

import { cn } from "@/components/ui/cn";
import { DateTime } from "@/components/ui/date-time";
import { Mark } from "@/components/ui/mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { useText } from "@/components/use-text";
import type { OperatorView } from "@/lib/access/views";
import { OperatorActs } from "./operator-acts";
import { secondsOf } from "./seconds-of";
import { SessionTable } from "./session-table";
import type { Deed } from "./types";

type Props = { operator: OperatorView; onAsk: (deed: Deed) => void };

export function OperatorEntry({ operator, onAsk }: Props) {
  const { access: text, frame } = useText();
  const { name, roles, self, disabledAt, lastSeenAt, sessions } = operator;
  return (
    <article className={cn("op ruled", disabledAt && "off")} aria-label={name}>
      <div className="when">
        {lastSeenAt ? (
          <>
            <span className="cap">{text.seen} </span>
            <RelativeTime stamp={secondsOf(lastSeenAt)} />
          </>
        ) : (
          <span className="cap">{text.neverSeen}</span>
        )}
      </div>
      <div className="min-w-0">
        <div className="who-line">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          {self && <span className="cap">{text.you}</span>}
          {disabledAt && (
            <Mark tone="loss">
              {text.disabled} {text.since} <DateTime stamp={secondsOf(disabledAt)} />
            </Mark>
          )}
        </div>
        <p className="about">
          {roles.length === 0
            ? text.noRoles
            : text.rolesAre(roles.map((role) => frame.roles[role]))}
          {". "}
          {text.created} <DateTime stamp={secondsOf(operator.createdAt)} style="day" />
          {", "}
          {text.passwordSet} <DateTime stamp={secondsOf(operator.passwordChangedAt)} style="day" />
          {sessions.length === 0 && !disabledAt && `. ${text.notSignedIn}`}
        </p>
      </div>
      <OperatorActs operator={operator} onAsk={onAsk} />
      {sessions.length > 0 && <SessionTable name={name} sessions={sessions} />}
    </article>
  );
}
