"use client";

import { useText } from "@/components/use-text";
import type { NightPlace, Nights } from "@/lib/overview/views";

/** Where rows stay for ever, and where nobody knows how long, with what to do about it. */
export function NightPlaces({ nights: { known, targets, never, unknown } }: { nights: Nights }) {
  const t = useText().overview.nights;
  const names = (places: readonly NightPlace[]) =>
    places.map(({ host, store }) => t.place(host, store)).join(", ");
  const expression = unknown.length > 0 && unknown.every((it) => it.reason === "expression");
  return (
    <>
      {(!known || unknown.length > 0) && (
        <p className="note">
          {known ? t.unknownSome(names(unknown)) : t.unknownAll}{" "}
          {expression ? t.toDoExpression : t.toDo}
        </p>
      )}
      {never.length > 0 && targets.length > 0 && <p className="note">{t.keeps(names(never))}</p>}
    </>
  );
}
