"use client";

import { SaidText } from "@/components/archive/said-text";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { FileView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";

/** A shared file as one line. Nothing of it is ever fetched, not even a preview. */
export function FileLine({ file }: { file: FileView }) {
  const t = useText().transcript;
  const { locale } = usePreferences();
  const known = [
    file.mediaType,
    file.sizeBytes === null ? null : formatBytes(file.sizeBytes, locale),
    file.host && t.fileOn(file.host),
  ].filter(Boolean);
  return (
    <span className="line">
      <Icon name="file" />
      <b>{file.name ? <SaidText said={file.name} links={false} /> : t.file}</b>
      <span className="cap">
        {known.length > 0 && `${known.join(", ")}. `}
        {file.encrypted ? t.fileEncrypted : t.fileLink}
      </span>
    </span>
  );
}
