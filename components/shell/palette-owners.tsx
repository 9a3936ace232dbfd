"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect } from "react";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { OwnerView } from "@/lib/archive/views";
import { formatNumber } from "@/lib/format/number";

const SHOWN = 8;

async function findOwners(filter: string, signal: AbortSignal): Promise<OwnerView[]> {
  const query = new URLSearchParams({ filter, limit: String(SHOWN) });
  const response = await fetch(`/api/archive/owners?${query}`, { signal });
  if (!response.ok) throw new Error(`owners: ${response.status}`);
  const { owners } = (await response.json()) as { owners: OwnerView[] };
  return owners.slice(0, SHOWN);
}

type Props = {
  search: string;
  close: () => void;
  /** The first one was found while nothing else was chosen: Enter goes there. */
  onFirst: (value: string) => void;
};

const ownerValue = (owner: OwnerView) => `owner ${owner.jid} ${owner.store}`;

/** People and rooms as one types; names and counts only, so no reading is needed. */
export function PaletteOwners({ search, close, onFirst }: Props) {
  const text = useText().frame.palette;
  const { locale } = usePreferences();
  const router = useRouter();
  const filter = useDeferredValue(search);
  const { data, isError, isFetching } = useQuery({
    queryKey: ["palette-owners", filter],
    queryFn: ({ signal }) => findOwners(filter, signal),
    enabled: filter.length > 0,
    retry: false,
  });
  useEffect(() => {
    const first = data?.[0];
    const nothing = !document.querySelector('[cmdk-item][aria-selected="true"]');
    if (first && nothing) onFirst(ownerValue(first));
  }, [data, onFirst]);
  if (search.length === 0) return null;
  if (isError) return <p className="wait">{text.failed}</p>;
  if (!data) return isFetching ? <p className="wait">{text.searching}</p> : null;
  if (data.length === 0) return null;
  const go = (owner: OwnerView) => {
    close();
    const path = `/archive/${encodeURIComponent(owner.host)}/${encodeURIComponent(owner.user)}`;
    router.push(path as Route);
  };
  return (
    <Command.Group heading={text.owners} forceMount>
      {data.map((owner) => (
        <Command.Item
          key={`${owner.jid} ${owner.store}`}
          value={ownerValue(owner)}
          onSelect={() => go(owner)}
          forceMount
        >
          <Icon name={owner.isRoom ? "room" : "user"} />
          <span className="words">
            <bdi>{owner.name ?? owner.user}</bdi> <span className="cap mono">{owner.jid}</span>
          </span>
          {owner.rows !== null && (
            <span className="end">{text.rows(formatNumber(owner.rows, locale))}</span>
          )}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
