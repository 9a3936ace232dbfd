"use client";

import { SaidText } from "@/components/archive/said-text";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { FileView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { useFound } from "../found";
import { HitText } from "./hit-text";

/** A shared file as one line, its name searched. Nothing of it is ever fetched. */
export function FoundFile({ file }: { file: FileView }) {
  const t = useText().transcript;
  const { locale } = usePreferences();
  const found = useFound();
  const { name, mediaType, sizeBytes, host } = file;
  const known = [
    mediaType,
    sizeBytes === null ? null : formatBytes(sizeBytes, locale),
    host && t.fileOn(host),
  ].filter(Boolean);
  return (
    <span className="line">
      <Icon name="file" />
      <b>
        {!name && t.file}
        {name?.closed && <SaidText said={name} />}
        {name && !name.closed && (
          <HitText text={name.text} ranges={found(name.text)} links={false} />
        )}
      </b>
      <span className="cap">
        <bdi>{known.join(", ")}</bdi>
      </span>
    </span>
  );
}
