"use client";

import { useText } from "@/components/use-text";
import type { Suggestion } from "./suggestions";

type Props = {
  id: string;
  list: readonly Suggestion[];
  active: number | null;
  onTake: (suggestion: Suggestion) => void;
};

export const optionId = (list: string, index: number) => `${list}-${index}`;

/** Under the box while something fits the word at the caret. The focus stays in the box. */
export function SuggestionList({ id, list, active, onTake }: Props) {
  const t = useText().search.box;
  return (
    <div id={id} role="listbox" aria-label={t.suggestions} className="offers" tabIndex={-1}>
      {list.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus
        <div
          key={suggestion.insert}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The box would lose the focus before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <bdi className="mono">{suggestion.label}</bdi>
          {suggestion.note && (
            <span className="cap">
              <bdi>{suggestion.note}</bdi>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
