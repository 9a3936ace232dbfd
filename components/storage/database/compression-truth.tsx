"use client";

import { useText } from "@/components/use-text";
import { formatShare } from "@/lib/format/number";
import type { Compression } from "@/lib/storage/database-views";
import { useFigures } from "../frame/use-figures";

/** What a switch in a file promises, and what PostgreSQL really stores. */
export function CompressionTruth({ compression }: { compression: Compression | null }) {
  const { tables, database } = useText();
  const t = tables.compression;
  const { value, locale } = useFigures();
  return (
    <div className="mt-5">
      <h3 className="h3 mb-1">{t.title}</h3>
      <p className="note">
        {compression && `${sentence(compression)} `}
        {database.compression.truth} {database.compression.noSwitch}
      </p>
    </div>
  );

  function sentence({ sampled, compressed, plainBytes, storedBytes, method }: Compression): string {
    const [rows, plain] = [value("rows", sampled), value("bytes", plainBytes)];
    if (compressed === 0 || storedBytes >= plainBytes) return t.none(rows, plain);
    const saved = formatShare(plainBytes - storedBytes, plainBytes, locale);
    return `${t.measured(rows, plain, value("bytes", storedBytes), saved)} ${t.compressed(
      value("rows", compressed),
      rows,
      method,
    )}`;
  }
}
