"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { ColumnView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatStamp } from "@/lib/format/stamp";

/** Every column of the stored row, and what it means in Prosody. */
export function MessageColumns({ columns }: { columns: ColumnView[] }) {
  const t = useText().archive.message;
  const { locale } = usePreferences();
  return (
    <div className="scroll">
      <table className="t columns">
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th scope="row" className="mono">
                {column.name}
              </th>
              <td className="mono">
                <bdi>
                  {column.name === "value" && typeof column.value === "number"
                    ? formatBytes(column.value, locale)
                    : (column.value ?? "–")}
                </bdi>
                {column.name.startsWith("when") && typeof column.value === "number" && (
                  <div className="cap">{formatStamp(column.value, "UTC", "second")} UTC</div>
                )}
              </td>
              <td>{t.meanings[column.name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
