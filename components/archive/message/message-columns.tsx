"use client";

import { usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import type { ColumnView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";

/** Every column of the stored row, and what it means in Prosody. */
export function MessageColumns({ columns }: { columns: ColumnView[] }) {
  const t = useText().archive.message;
  const { locale } = usePreferences();
  return (
    <div className="scroll">
      <table className="t">
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
              <td className="mono break-all">
                <bdi>
                  {column.name === "value" && typeof column.value === "number"
                    ? formatBytes(column.value, locale)
                    : (column.value ?? "–")}
                </bdi>
              </td>
              <td>{t.meanings[column.name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
