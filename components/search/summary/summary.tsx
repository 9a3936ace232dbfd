"use client";

import type { ReactNode } from "react";
import { usePreferences } from "@/components/preferences";
import { Abstract } from "@/components/ui/abstract";
import { Segmented } from "@/components/ui/segmented";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { formatEstimate, formatNumber } from "@/lib/format/number";
import { sentenceOf } from "@/lib/refusal";
import type { SearchPage } from "@/lib/search/views";
import { groupHits } from "../results/group-hits";
import type { Asked } from "../search-queries";
import type { Counted } from "./use-count";

type Props = {
  page: SearchPage;
  /** What this is the answer to. */
  asked: Asked;
  /** What was chosen since; its answer is on the way. */
  chosen: Pick<Asked, "order" | "copies">;
  counted: Counted;
  onOrder: (order: Asked["order"]) => void;
  onCopies: (copies: Asked["copies"]) => void;
  /** Save, export. */
  children: ReactNode;
};

/** The answer in one sentence, and what can be done with all of it. */
export function Summary({ page, asked, chosen, counted, onOrder, onCopies, children }: Props) {
  const { search, errors } = useText();
  const t = search.summary;
  return (
    <div className="sumrow">
      <Abstract>
        <Sentence page={page} asked={asked} counted={counted} />
      </Abstract>
      <div className="row wrap push noprint">
        {/* Comes later than the others, so it stands where it moves none of them. */}
        <span className="row wrap count">
          {counted.error && (
            <span className="wrong" role="alert">
              {t.countFailed} {sentenceOf(errors, counted.error)}
            </span>
          )}
          {counted.counting ? (
            <Tool icon="x" words label={t.stopCounting} onClick={counted.stop} />
          ) : (
            counted.count &&
            !counted.count.exact && (
              <button type="button" className="tool" onClick={counted.countExactly}>
                {t.countExactly}
              </button>
            )
          )}
        </span>
        <span className="row wrap">
          <Segmented
            label={search.order.label}
            value={chosen.order}
            options={[
              { value: "newest", label: search.order.newest },
              { value: "oldest", label: search.order.oldest },
            ]}
            onValueChange={onOrder}
          />
          <span title={search.copies.hint}>
            <Segmented
              label={search.copies.label}
              value={chosen.copies}
              options={[
                { value: "one", label: search.copies.one },
                { value: "rows", label: search.copies.rows },
              ]}
              onValueChange={onCopies}
            />
          </span>
        </span>
        <span className="row wrap">{children}</span>
      </div>
    </div>
  );
}

function Sentence({ page, asked, counted: { count } }: Pick<Props, "page" | "asked" | "counted">) {
  const t = useText().search.summary;
  const { locale } = usePreferences();
  const took = `${formatNumber(Math.max(1, Math.round(page.elapsedMs)), locale)}\u00a0ms`;
  const unit = asked.copies === "rows" ? t.rows : t.messages;
  const shown = page.hits.length;
  const number = count
    ? (count.exact ? formatNumber : formatEstimate)(count.count, locale)
    : t.more(shown);
  const all = asked.before === null && page.next === null;
  return (
    <>
      <b>{shown === 0 && all ? t.none : unit(number, (count?.count ?? shown) === 1)}</b>{" "}
      {t.took(took)}
      {all && shown > 0 && `, ${places(page, t)}`}.
    </>
  );
}

function places(page: SearchPage, t: ReturnType<typeof useText>["search"]["summary"]): string {
  const groups = groupHits(page.hits);
  const rooms = groups.filter((it) => it.owner.isRoom).length;
  return t.places(groups.length - rooms, rooms);
}
