"use client";

import { SaidText } from "@/components/archive/said-text";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView, Said } from "@/lib/archive/views";
import { formatStamp, isoStamp } from "@/lib/format/stamp";
import { diffWords } from "@/lib/xmpp/word-diff";

type Props = { versions: MessageView["versions"]; defaultOpen?: boolean };

/** Every version, oldest first, each with what changed since the one before (XEP-0308). */
export function Edits({ versions, defaultOpen = false }: Props) {
  const t = useText().transcript;
  const { zone } = usePreferences();
  return (
    <details className="edits" open={defaultOpen}>
      <summary className="mark">
        <Icon name="pencil" />
        {t.edited(versions.length - 1)}
      </summary>
      <ol>
        {versions.map((version, index) => (
          <li key={version.rowId}>
            <time dateTime={isoStamp(version.stamp)}>
              {formatStamp(version.stamp, zone, "clock-second")}
            </time>
            <Version before={versions[index - 1]?.text ?? null} now={version.text} />
          </li>
        ))}
      </ol>
    </details>
  );
}

const KEPT = { same: "span", add: "ins", remove: "del" } as const;

function Version({ before, now }: { before: Said | null; now: Said }) {
  if (!before || before.closed || now.closed) {
    return (
      <span>
        <SaidText said={now} />
      </span>
    );
  }
  return (
    <span>
      {diffWords(before.text, now.text).map((part, index) => {
        const Tag = KEPT[part.op];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a diff have no id and never move
          <Tag key={index}>
            <SaidText said={{ closed: false, text: part.text, cut: false }} links={false} />
          </Tag>
        );
      })}
    </span>
  );
}
