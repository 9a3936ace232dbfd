"use client";

import type { Route } from "next";
import Link from "next/link";
import { SaveMenu } from "@/components/charts/frame/save-menu";
import { said, type Twin } from "@/components/charts/twin/twin";
import { usePreferences } from "@/components/preferences";
import { DateTime } from "@/components/ui/date-time";
import { useText } from "@/components/use-text";
import { formatShare } from "@/lib/format/number";
import { formatStamp, isoStamp } from "@/lib/format/stamp";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { OwnersBySize } from "@/lib/storage/views";
import { type Figures, useFigures } from "../frame/use-figures";
import { countOwners, jidOf, type Owner } from "./leaves";

/** More are in the treemap, in its file, and all of them in the archive. */
const LISTED = 10;

type Props = { view: OwnersBySize; host: string | null; onOpen: (jid: string) => void };

/** The largest archives in exact numbers; a name opens its months and stores. */
export function OwnerSizes({ view, host, onOpen }: Props) {
  const t = useText().storage.owners;
  const figures = useFigures();
  const { owners } = view;
  const { people, rooms } = countOwners(view);
  const all = host ? `/archive?host=${encodeURIComponent(host)}&sort=bytes` : "/archive?sort=bytes";
  return (
    <section aria-labelledby="owner-sizes">
      <div className="head bar0">
        <h2 className="h2" id="owner-sizes">
          {t.title}
        </h2>
        <div className="row push">
          <span className="cap num">{t.count(people, rooms)}</span>
          <SaveMenu
            name="muniment-owners"
            twin={twinOf(owners, figures, t)}
            words={{ title: t.title, note: "", legend: [] }}
            drawing={null}
          />
        </div>
      </div>
      <table className="t owners sizes">
        <thead>
          <tr>
            <th scope="col">{t.owner}</th>
            <th scope="col" className="hide-s w-[12%]">
              {t.kind}
            </th>
            <th scope="col" className="n w-[14%] max-sm:w-[27%]">
              {t.rows}
            </th>
            <th scope="col" className="n w-[12%] max-sm:w-[27%]">
              {t.size}
            </th>
            <th scope="col" className="n hide-s w-[10%]">
              {t.withText}
            </th>
            <th scope="col" className="n hide-s w-[18%]">
              {t.last}
            </th>
          </tr>
        </thead>
        <tbody>
          {owners.slice(0, LISTED).map((owner) => (
            <OwnerLine key={jidOf(owner)} owner={owner} onOpen={() => onOpen(jidOf(owner))} />
          ))}
        </tbody>
      </table>
      <p className="cap mt-3">
        <Link href={all as Route} prefetch={false}>
          {t.all}
        </Link>
      </p>
    </section>
  );
}

function OwnerLine({ owner, onOpen }: { owner: Owner; onOpen: () => void }) {
  const t = useText().storage.owners;
  const { locale } = usePreferences();
  const { value } = useFigures();
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="row-link nm"
          onClick={onOpen}
          aria-label={t.open(jidOf(owner))}
        >
          <bdi>{jidOf(owner)}</bdi>
        </button>
        {owner.name && (
          <span className="cap hide-s">
            <bdi>{owner.name}</bdi>
          </span>
        )}
      </th>
      <td className="hide-s">{owner.room ? t.room : t.person}</td>
      <td className="n">{value("rows", owner.rows)}</td>
      <td className="n">{value("bytes", owner.bytes)}</td>
      <td className="n hide-s">
        {formatShare(Math.round(owner.textShare * owner.rows), owner.rows, locale)}
      </td>
      <td className="n hide-s">{owner.last === null ? "–" : <DateTime stamp={owner.last} />}</td>
    </tr>
  );
}

function twinOf(owners: readonly Owner[], figures: Figures, t: StorageTexts["owners"]): Twin {
  const number = (name: string) => ({ name, number: true });
  return {
    columns: [
      { name: t.owner },
      { name: t.kind },
      number(t.rows),
      number(t.size),
      number(t.withText),
      { name: t.last },
    ],
    rows: owners.map((it) => ({
      key: jidOf(it),
      cells: [
        said(jidOf(it)),
        said(it.room ? t.room : t.person),
        figures.cell("rows", it.rows),
        figures.cell("bytes", it.bytes),
        { text: "", value: Number(it.textShare.toFixed(4)) },
        it.last === null
          ? { text: "–", value: null }
          : { text: formatStamp(it.last, figures.zone), value: isoStamp(it.last) },
      ],
    })),
  };
}
