"use client";

import Link from "next/link";
import { usePreferences } from "@/components/preferences";
import { useStampTitle } from "@/components/use-stamp-title";
import { useText } from "@/components/use-text";
import type { OwnerView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber, formatShare } from "@/lib/format/number";
import { formatStamp } from "@/lib/format/stamp";

export function ownerPath({
  host,
  user,
}: {
  host: string;
  user: string;
}): `/archive/${string}/${string}` {
  return `/archive/${encodeURIComponent(host)}/${encodeURIComponent(user)}`;
}

/** `counted`: with the columns that only the index can fill. */
export function OwnerRow({ owner, counted }: { owner: OwnerView; counted: boolean }) {
  const t = useText().archive.owners;
  const { zone, locale } = usePreferences();
  const titleOf = useStampTitle();
  const missing = <span title={t.notCounted}>–</span>;
  const time = (seconds: number | null, minutes: boolean) =>
    seconds === null ? (
      missing
    ) : (
      <span title={titleOf(seconds)}>
        {formatStamp(seconds, zone, "day")}
        {minutes && <span className="hide-s"> {formatStamp(seconds, zone, "clock")}</span>}
      </span>
    );
  return (
    <tr>
      <th scope="row">
        <Link className="row-link nm" prefetch={false} href={ownerPath(owner)}>
          <bdi>{owner.name ?? owner.user}</bdi>
        </Link>
        <div className="cap">
          {owner.isRoom && `${t.room} · `}
          {owner.hasAccount === false && !owner.isRoom && `${t.noAccount} · `}
          <bdi>{owner.jid}</bdi>
        </div>
      </th>
      {counted && (
        <>
          <td className="n">{owner.rows === null ? missing : formatNumber(owner.rows, locale)}</td>
          <td className="n hide-s">
            {owner.sizeBytes === null ? missing : formatBytes(owner.sizeBytes, locale)}
          </td>
          <td className="n hide-s">
            {owner.encrypted === null || owner.rows === null
              ? missing
              : formatShare(owner.encrypted, owner.rows, locale)}
          </td>
        </>
      )}
      <td className="n hide-s">{time(owner.first, false)}</td>
      <td className="n">{time(owner.last, true)}</td>
    </tr>
  );
}
