"use client";

import { Bytes } from "@/components/ui/bytes";
import { useText } from "@/components/use-text";
import type { HoldCover } from "@/lib/holds/views";

/** Rows, bytes and archives that a scope covers now, as one line. */
export function CoverLine({ cover }: { cover: HoldCover }) {
  const text = useText().holds.cover;
  const { rows, bytes, owners, estimate } = cover;
  if (rows === null || owners === null) return <>{text.unknown}</>;
  if (rows === 0) return <>{text.nothing}</>;
  return (
    <>
      {estimate && `${text.about} `}
      <b>{text.rows(rows)}</b>
      {bytes !== null && (
        <>
          , <Bytes value={bytes} />
        </>
      )}{" "}
      {text.owners(owners)}
    </>
  );
}
