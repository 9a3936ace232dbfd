"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useText } from "@/components/use-text";
import type { StorageLimit as View } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import { limitQuery } from "../storage-queries";
import { LimitDialog, type SetLimit } from "./limit-dialog";

/** What the forecast measures against, and the way to change it. `change` null: looking only. */
export function StorageLimit({ change }: { change: SetLimit | null }) {
  const t = useText().storage.limit;
  const { data } = useQuery(limitQuery());
  const [open, setOpen] = useState(false);
  if (!data) return null;
  return (
    <section className="limit-line" aria-label={t.title}>
      <p className="note num">
        <Said limit={data} />
        {change && (
          <Button small className="ms-3" onClick={() => setOpen(true)}>
            {data.bytes === null ? t.act : t.change}
          </Button>
        )}
      </p>
      {open && change && <LimitDialog limit={data} change={change} close={() => setOpen(false)} />}
    </section>
  );
}

function Said({ limit }: { limit: View }) {
  const t = useText().storage.limit;
  const { value, day } = useFigures();
  const { bytes, databaseBytes, freeBytes, changedBy, changedAt } = limit;
  const free = freeBytes === null ? null : value("bytes", freeBytes);
  if (bytes === null) return <>{free === null ? t.unknown : t.volume(free)}</>;
  const first = freeBytes !== null && databaseBytes + freeBytes < bytes;
  return (
    <>
      {t.set(value("bytes", bytes), changedBy ?? "", day(changedAt ?? 0))}{" "}
      {t.taken(value("bytes", databaseBytes))} {first && free !== null && t.before(free)}
    </>
  );
}
