"use client";

import { hueStyle } from "@/components/archive/party";
import { SaidLine } from "@/components/archive/said-text";
import { usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { useText } from "@/components/use-text";
import type { ConversationView } from "@/lib/archive/views";
import { dayKey } from "@/lib/format/day";
import { formatNumber } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";

type Props = { item: ConversationView; current: boolean; onChoose(peer: string | null): void };

export function ConversationItem({ item, current, onChoose }: Props) {
  const { archive } = useText();
  const t = archive.conversations;
  const { zone, locale } = usePreferences();
  const titleOf = useStampTitle();
  const peer = item.peer ?? "";
  const name = item.self ? t.self : (item.name ?? peer.split("@")[0] ?? peer);
  const hint = item.self ? t.selfHint : item.room ? t.roomHint : peer;
  const thisYear =
    item.last !== null && dayKey(item.last, zone).startsWith(String(new Date().getFullYear()));
  return (
    <button
      type="button"
      className="cv"
      style={hueStyle(peer)}
      aria-current={current || undefined}
      onClick={() => onChoose(item.peer)}
    >
      <span className="nm">
        <bdi>{name}</bdi>
      </span>
      <span className="c num">{item.rows === null ? "" : formatNumber(item.rows, locale)}</span>
      <span className="j">
        <bdi>{hint}</bdi>
      </span>
      <span className="d num" title={item.last === null ? undefined : titleOf(item.last)}>
        {item.last !== null && formatStamp(item.last, zone, thisYear ? "month-day" : "day")}
      </span>
      {item.lastKind && (
        <span className="last">
          {item.lastLine ? <SaidLine said={item.lastLine} /> : archive.kinds[item.lastKind]}
        </span>
      )}
    </button>
  );
}
