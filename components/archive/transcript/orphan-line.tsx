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

/** `{urn:example:1}reading` as words: what the element is called and whose it is. */
function readable(name: string, say: (local: string, namespace: string) => string): string {
  const [, namespace, local] = /^\{(.*)\}(.*)$/s.exec(name) ?? [];
  return namespace && local ? say(local, namespace) : name;
}

/** A row that belongs to another message which is not here, or that carries nothing we have a word for. */
export function OrphanLine({ message }: { message: MessageView }) {
  const t = useText().transcript;
  const icon = ICONS[message.kind];
  if (!icon || message.broken || (message.moderation && message.kind === "moderation")) return null;
  if (message.kind === "payload" || message.kind === "other") {
    return (
      <span className="line quiet">
        <Icon name={icon} />
        <b>{t.payload}</b>
        {message.payloads.length > 0 && (
          <span className="cap">
            {t.payloadOf(message.payloads.map((it) => readable(it, t.payloadName)).join(", "))}
          </span>
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
