"use client";

import type { OwnerSort } from "@/components/archive/archive-queries";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { WIDTHS } from "./widths";

type Props = { counted: boolean; sort: OwnerSort; onSort(by: OwnerSort): void };

/**
 * The heads of the list; a name sorts upwards, everything else the largest first. Without the index
 * nothing is counted and there is one order.
 */
export function OwnerColumns({ counted, sort, onSort }: Props) {
  const t = useText().archive.owners;
  const order = counted ? sort : "user";
  const head = (label: string, by: OwnerSort | null, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={by === order ? (by === "user" ? "ascending" : "descending") : undefined}
    >
      {by && counted ? (
        <button type="button" aria-label={t.sortBy(label)} onClick={() => onSort(by)}>
          {label}
          {by === sort && <Icon name={by === "user" ? "up" : "down"} />}
        </button>
      ) : (
        label
      )}
    </th>
  );
  return (
    <thead>
      <tr>
        {head(t.owner, "user")}
        {counted && head(t.rows, "rows", WIDTHS.rows)}
        {counted && head(t.size, "bytes", WIDTHS.size)}
        {counted && head(t.encrypted, null, WIDTHS.encrypted)}
        {head(t.first, null, WIDTHS.first)}
        {head(t.last, "last", WIDTHS.last)}
      </tr>
    </thead>
  );
}
