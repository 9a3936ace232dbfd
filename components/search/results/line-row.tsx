"use client";

import { hueStyle, usePartyName } from "@/components/archive/party";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { formatStamp, isoStamp, stampTitle } from "@/lib/format/stamp";
import type { HitLine } from "@/lib/search/views";
import type { HitGroup } from "./group-hits";
import { HitLink } from "./hit-link";
import { LineContent } from "./line-content";
import { transcriptLink } from "./transcript-link";

type Props = {
  line: HitLine;
  isHit: boolean;
  group: HitGroup;
  onOpen: (href: string, rowId: number) => void;
};

/** Gutter (when, leads to the transcript), who, and the words. Hits can have the focus, neighbours not. */
export function LineRow({ line, isHit, group, onOpen }: Props) {
  const { search, transcript } = useText();
  const { zone } = usePreferences();
  const { message } = line;
  const name = usePartyName()(message.sender);
  const clock = formatStamp(message.stamp, zone, "clock-second");
  const href = transcriptLink(group, message.rowId);
  const { jid, nick, proof } = message.sender;
  return (
    <li
      className={isHit ? "ln hitrow" : "ln"}
      data-hit={isHit ? message.rowId : undefined}
      tabIndex={isHit ? -1 : undefined}
    >
      <HitLink
        className="when"
        href={href}
        title={stampTitle(message.stamp, zone)}
        aria-label={search.results.openAt(formatStamp(message.stamp, zone, "second"))}
        onOpen={() => onOpen(href, message.rowId)}
      >
        <time dateTime={isoStamp(message.stamp)}>{clock}</time>
      </HitLink>
      <span
        className="nm"
        style={hueStyle(message.sender.identity)}
        title={jid && jid !== name ? `${name}, ${jid}` : name}
      >
        <bdi>{name}</bdi>
      </span>
      <div className="say">
        <LineContent line={line} />
        {isHit && nick && jid && proof && (
          <span
            className="mark fine"
            title={proof === "muc-user" ? transcript.provenItem : transcript.proven}
          >
            <Icon name="pass" />
            <bdi>{jid}</bdi>
          </span>
        )}
        {line.changed.map((it) => (
          <span key={it} className={it === "retracted" ? "mark loss" : "mark"}>
            <Icon name={it === "retracted" ? "retract" : "pencil"} />
            {search.results[it]}
          </span>
        ))}
      </div>
    </li>
  );
}
