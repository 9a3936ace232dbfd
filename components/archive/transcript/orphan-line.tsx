"use client";

import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-paths";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";

const ICONS: Partial<Record<MessageView["kind"], IconName>> = {
  receipt: "check",
  marker: "checks",
  reaction: "info",
  correction: "pencil",
  retraction: "retract",
  moderation: "retract",
  payload: "unknown",
  other: "alert",
};

/** A row that belongs to another message which is not here, or that carries nothing we have a word for. */
export function OrphanLine({ message }: { message: MessageView }) {
  const t = useText().archive.transcript;
  const icon = ICONS[message.kind];
  if (!icon || message.broken || (message.moderation && message.kind === "moderation")) return null;
  if (message.kind === "payload" || message.kind === "other") {
    return (
      <span className="line quiet">
        <Icon name={icon} />
        <b>{t.payload}</b>
        {message.payloads.length > 0 && (
          <span className="cap mono">{t.payloadOf(message.payloads.join(", "))}</span>
        )}
      </span>
    );
  }
  const name =
    message.kind === "marker"
      ? t.marker[message.markers[0]?.name ?? "displayed"]
      : t[message.kind as "receipt" | "reaction" | "correction" | "retraction" | "moderation"];
  return (
    <span className="line quiet">
      <Icon name={icon} />
      <b>{name}</b>
      <span className="cap">{t.targetMissing}</span>
    </span>
  );
}
