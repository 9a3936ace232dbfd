"use client";

import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { useText } from "@/components/use-text";
import { withoutChip } from "@/lib/search/language/edit";
import type { Query } from "@/lib/search/language/query";
import { chipName, chipValue } from "./chip-label";

type Props = {
  text: string;
  query: Query;
  onGo: (text: string) => void;
  /** At the end of the line: adds what is not there yet. */
  children: ReactNode;
};

/** What the box was understood as, piece by piece; each can be taken away. */
export function Understood({ text, query, onGo, children }: Props) {
  const { search, archive } = useText();
  const words = { chips: search.chips, values: search.values, kinds: archive.kinds };
  return (
    <div className="chips">
      {query.understood.length > 0 && (
        <>
          <span className="cap" id="understood">
            {search.chips.label}
          </span>
          <ul aria-labelledby="understood">
            {query.understood.map((chip) => {
              const name = chipName(chip, words);
              const value = chipValue(chip, words);
              return (
                <li key={`${chip.start}-${chip.end}`}>
                  <Chip
                    name={name}
                    className={classOf(chip.kind, chip.negative)}
                    removeLabel={search.chips.remove(`${name} ${value}`)}
                    onRemove={() => onGo(withoutChip(text, chip))}
                  >
                    <bdi>{value}</bdi>
                  </Chip>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {children}
    </div>
  );
}

function classOf(kind: string, negative: boolean): string | undefined {
  if (kind === "ignored") return "idle";
  return negative ? "neg" : undefined;
}
