"use client";

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { MAX_QUERY_LENGTH } from "@/lib/search/kept-views";
import { parseQuery } from "@/lib/search/language/parse-query";
import { paintParts } from "./paint-parts";
import { accept } from "./spot";
import { optionId, SuggestionList } from "./suggestion-list";
import type { Suggestion } from "./suggestions";
import { useFocusOnArrival } from "./use-focus-on-arrival";
import { useSuggestions } from "./use-suggestions";

type Props = {
  text: string;
  /** `composing`: an input method is not done with it yet. */
  onText: (text: string, composing: boolean) => void;
  onGo: (text: string) => void;
  /** Escape, with nothing left to close: the keys of the list work again. */
  onLeave: () => void;
  hosts: readonly string[];
  placeholder: string;
  /** A question is on its way. */
  busy: boolean;
};

/**
 * A text field whose text is painted by a copy behind it: letters of the same size at the same places,
 * only their colours differ. While an input method composes, the field shows its own text.
 */
export function SearchBox(props: Props) {
  const { text, onText, onGo, onLeave, hosts, placeholder, busy } = props;
  const t = useText().search.box;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caretTo = useRef<number | null>(null);
  const [composing, setComposing] = useState(false);
  const offers = useSuggestions(hosts);
  const { list, active, spot } = offers;
  const painted = useMemo(() => paintParts(text, parseQuery(text).understood), [text]);
  const offered = spot !== null && list.length > 0;

  useFocusOnArrival(field);
  useEffect(() => {
    if (caretTo.current === null) return;
    field.current?.setSelectionRange(caretTo.current, caretTo.current);
    caretTo.current = null;
  });

  const change = (value: string, caret: number, composes: boolean) => {
    // One line: what is pasted with line breaks has spaces instead.
    const line = value.replace(/\s*[\r\n]+\s*/g, " ");
    onText(line, composes);
    offers.look(line, caret);
  };
  const take = ({ insert }: Suggestion) => {
    if (!spot) return;
    const quoted = spot.operator && /\s/.test(insert) ? `"${insert}"` : insert;
    const next = accept(text, spot, quoted);
    caretTo.current = next.caret;
    onText(next.text, false);
    offers.look(next.text, next.caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = active === null ? undefined : list[active];
    if (event.key === "Enter") {
      event.preventDefault();
      if (offered && chosen) return take(chosen);
      offers.close();
      onGo(text);
    } else if (offered && event.key === "Tab" && chosen && !event.shiftKey) {
      event.preventDefault();
      take(chosen);
    } else if (offered && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      offers.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (offered) offers.close();
      else onLeave();
    }
  };

  return (
    <search>
      <form
        className="sbox"
        onSubmit={(event) => {
          event.preventDefault();
          offers.close();
          onGo(text);
        }}
      >
        <div className="qi field" data-composing={composing || undefined}>
          <Icon name="search" />
          <div className="sheets">
            <div className="paint" aria-hidden="true">
              {painted.map((part) =>
                part.look === "plain" ? (
                  part.text
                ) : (
                  <span key={part.at} className={`q-${part.look}`}>
                    {part.text}
                  </span>
                ),
              )}
              {/* A line that ends in a space is as high as the field's. */}
              {"\u200b"}
            </div>
            <textarea
              ref={field}
              rows={1}
              value={text}
              maxLength={MAX_QUERY_LENGTH}
              placeholder={placeholder}
              aria-label={t.label}
              aria-autocomplete="list"
              aria-controls={offered ? `${id}-offers` : undefined}
              aria-activedescendant={
                offered && active !== null ? optionId(`${id}-offers`, active) : undefined
              }
              aria-keyshortcuts="/"
              data-search-box
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              onChange={({ target }) => change(target.value, target.selectionStart, composing)}
              onCompositionStart={() => setComposing(true)}
              onCompositionEnd={({ currentTarget: { value, selectionStart } }) => {
                setComposing(false);
                change(value, selectionStart, false);
              }}
              onKeyDown={onKeyDown}
              onBlur={offers.close}
              onClick={(event) => offers.look(text, event.currentTarget.selectionStart)}
            />
          </div>
          {text !== "" && (
            <button
              type="button"
              className="cx"
              aria-label={t.clear}
              title={t.clear}
              onClick={() => {
                onGo("");
                field.current?.focus();
              }}
            >
              <Icon name="x" />
            </button>
          )}
          {offered && (
            <SuggestionList id={`${id}-offers`} list={list} active={active} onTake={take} />
          )}
        </div>
        <Button type="submit" tone="first" icon="search" aria-busy={busy || undefined}>
          <span>{t.act}</span>
        </Button>
      </form>
      <p className="vh" role="status">
        {offered ? t.suggestionCount(list.length) : ""}
      </p>
    </search>
  );
}
