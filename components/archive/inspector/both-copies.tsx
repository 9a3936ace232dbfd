"use client";

import Link from "next/link";
import { useText } from "@/components/use-text";
import type { MessageDetailView } from "@/lib/archive/views";

/** A local one to one message is stored twice (Prosody mod_mam); whether the second row is here. */
export function BothCopies({ detail }: { detail: MessageDetailView }) {
  const { archive } = useText();
  const t = archive.inspector;
  if (detail.otherSideHere === null && detail.twin === null) return null;
  const other =
    detail.otherCopy ?? (detail.twin === null ? null : { ...detail.owner, rowId: detail.twin });
  return (
    <>
      <h3 className="h3">{t.copies}</h3>
      <table className="t copies">
        <tbody>
          <tr>
            <th scope="row">
              <bdi>{t.copyOf(detail.owner.user)}</bdi>
            </th>
            <td>{t.copyThis}</td>
            <td className="n mono">{detail.rowId}</td>
          </tr>
          {other && (
            <tr>
              <th scope="row">
                <bdi>{t.copyOf(other.user)}</bdi>
              </th>
              <td>{t.copyLive}</td>
              <td className="n mono">
                <Link
                  prefetch={false}
                  href={`/archive/message/${other.rowId}`}
                  aria-label={archive.message.otherCopy}
                >
                  {other.rowId}
                </Link>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="cap mt-2">
        {other
          ? t.copySame
          : detail.otherSideHere === false
            ? t.copyRemote
            : detail.otherCopyCut
              ? t.copyCut
              : t.copyNone}
      </p>
    </>
  );
}
