"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useText } from "@/components/use-text";
import type { OwnerStorage } from "@/lib/storage/views";
import { CountedPart } from "../frame/counted-part";
import { useFigures } from "../frame/use-figures";
import { ownerQuery } from "../storage-queries";

type Props = { jid: string | null; onClose: () => void };

/** One person or room: its months as a line, its stores as a table. */
export function OwnerSheet({ jid, onClose }: Props) {
  const at = jid?.lastIndexOf("@") ?? -1;
  const owner = jid && at > 0 ? { user: jid.slice(0, at), host: jid.slice(at + 1) } : null;
  return (
    <Sheet
      open={owner !== null}
      onOpenChange={(open) => !open && onClose()}
      title={<bdi>{jid}</bdi>}
      width={440}
    >
      {owner && <Body {...owner} />}
    </Sheet>
  );
}

function Body({ host, user }: { host: string; user: string }) {
  const t = useText().storage.owners.sheet;
  const query = useQuery(ownerQuery(host, user));
  return (
    <div className="owner-sheet">
      <CountedPart query={query} bones={<SkeletonLines lines={6} />}>
        {(owner) => (owner ? <Known owner={owner} /> : <p className="note">{t.gone}</p>)}
      </CountedPart>
      <p className="mt-4">
        <Link
          prefetch={false}
          href={`/archive/${encodeURIComponent(host)}/${encodeURIComponent(user)}` as Route}
        >
          {t.archive}
        </Link>
      </p>
    </div>
  );
}

function Known({ owner }: { owner: OwnerStorage }) {
  const { storage } = useText();
  const t = storage.owners;
  const { value, month, day } = useFigures("UTC");
  const lens = useFigures();
  const { starts, rows } = owner.months;
  const [first, last] = [starts[0], starts.at(-1)];
  return (
    <>
      {first !== undefined && last !== undefined && (
        <figure>
          <h3 className="h3 mb-2">{t.sheet.months}</h3>
          <Sparkline
            values={rows}
            label={t.sheet.monthsLabel(month(first), month(last), value("rows", Math.max(...rows)))}
          />
          <figcaption className="cap num row between mt-1">
            <span>{month(first)}</span>
            <span>{t.sheet.utc}</span>
            <span>{month(last)}</span>
          </figcaption>
        </figure>
      )}
      <h3 className="h3 mt-5 mb-2">{t.sheet.stores}</h3>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t.sheet.store}</th>
            <th scope="col" className="n">
              {t.rows}
            </th>
            <th scope="col" className="n">
              {t.size}
            </th>
            <th scope="col" className="n">
              {t.last}
            </th>
          </tr>
        </thead>
        <tbody>
          {owner.stores.map((it) => (
            <tr key={it.store}>
              <th scope="row" className="mono">
                {it.store}
              </th>
              <td className="n">{value("rows", it.rows)}</td>
              <td className="n">{value("bytes", it.bytes)}</td>
              <td
                className="n"
                title={it.first === null ? undefined : `${t.sheet.first}: ${day(it.first)}`}
              >
                {it.last === null ? "–" : lens.day(it.last)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sheet.total}</th>
            <td className="n">{value("rows", owner.total.rows)}</td>
            <td className="n">{value("bytes", owner.total.bytes)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </>
  );
}
