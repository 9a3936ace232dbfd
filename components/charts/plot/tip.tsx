import type { CSSProperties } from "react";

export type TipLine = { label: string; value: string; ink?: string; strong?: boolean };
export type TipText = { title: string; lines: readonly TipLine[] };

type Props = TipText & {
  /** Share of the width, 0–1: the tip stands on the side that has room. */
  at: number;
  /** Pixels from the top; the top of the plot unless told. */
  top?: number;
};

/** What the value under the pointer, or the one walked to, is made of. Said by `aria-valuetext` as well. */
export function Tip({ title, lines, at, top }: Props) {
  const place: CSSProperties =
    at <= 0.5
      ? { insetInlineStart: `calc(${at * 100}% + 10px)` }
      : { insetInlineEnd: `calc(${(1 - at) * 100}% + 10px)` };
  return (
    <div className="chart-tip" style={{ ...place, top }} aria-hidden="true">
      <b>{title}</b>
      <dl>
        {lines.map(({ label, value, ink, strong }) => (
          <div key={label} className={strong ? "strong" : undefined}>
            <dt>
              {ink && <i style={{ background: ink }} />}
              <bdi>{label}</bdi>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The same in one line, for `aria-valuetext`. */
export function tipSentence({ title, lines }: TipText): string {
  return `${title}: ${lines.map(({ label, value }) => `${label} ${value}`).join(", ")}`;
}
