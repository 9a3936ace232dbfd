"use client";

import { useText } from "@/components/use-text";
import { withoutChip } from "@/lib/search/language/edit";
import type { Query } from "@/lib/search/language/query";
import { chipName, chipValue } from "../chips/chip-label";

type Props = { text: string; query: Query; onGo: (text: string) => void };

const SETTINGS = ["order", "accents", "ignored"];

/** Each thing that was asked, to be asked without it. Nothing where there is only one. */
export function LeaveOut({ text, query, onGo }: Props) {
  const { search, archive } = useText();
  const t = search.empty;
  const words = { chips: search.chips, values: search.values, kinds: archive.kinds };
  const chips = query.understood.filter((it) => !SETTINGS.includes(it.kind));
  if (chips.length < 2) return null;
  return (
    <div className="leaveout">
      <span className="cap">{t.without}</span>
      {chips.map((chip) => {
        const name = chipName({ ...chip, or: false }, words);
        const value = chipValue(chip, words);
        return (
          <button
            key={`${chip.start}-${chip.end}`}
            type="button"
            className="chip"
            aria-label={t.drop(`${name} ${value}`)}
            onClick={() => onGo(withoutChip(text, chip))}
          >
            {name}
            <b>
              <bdi>{value}</bdi>
            </b>
          </button>
        );
      })}
    </div>
  );
}
