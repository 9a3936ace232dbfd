"use client";

import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { MessageView } from "@/lib/archive/views";

type Props = { encryption: NonNullable<MessageView["encryption"]>; sizeBytes: number };

/** All that is known of an encrypted message; the server never had more. */
export function EncryptedLine({ encryption, sizeBytes }: Props) {
  const t = useText().transcript;
  const known = [
    encryption.name,
    encryption.devices > 0 ? t.devices(encryption.devices) : null,
    t.bytes(encryption.payloadBytes ?? sizeBytes),
  ].filter(Boolean);
  return (
    <span className="line sealed">
      <Icon name="lock" />
      <b>{encryption.keyTransport ? t.encryptedKeys : t.encrypted}</b>
      <span className="cap">
        {known.join(", ")}. {encryption.keyTransport ? "" : t.encryptedNote}
      </span>
    </span>
  );
}
