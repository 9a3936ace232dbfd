"use client";

import { Tip, type TipText, tipSentence } from "../plot/tip";
import { useWalk } from "../plot/use-walk";
import { useWidth } from "../plot/use-width";
import { heatStep } from "./heat-step";

type Props = {
  /** [line][column] */
  cells: readonly (readonly number[])[];
  lines: readonly string[];
  columns: readonly string[];
  /** Which columns are named above the grid. */
  named: (column: number) => boolean;
  most: number;
  label: string;
  tip: (line: number, column: number) => TipText;
};

const GAP = 2;
const NAMES = 36;
const HEAD = 22;
const CELL = 28;

/** Values over two cycles; arrow keys walk in both directions. */
export function HeatGrid({ cells, lines, columns, named, most, label, tip }: Props) {
  const [ref, width] = useWidth();
  const wide = columns.length;
  const walk = useWalk({
    count: lines.length * wide,
    start: 0,
    moves: { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -wide, ArrowDown: wide },
  });
  const height = HEAD + lines.length * CELL;
  const cellWidth = ((width ?? 0) - NAMES + GAP) / wide;
  const place = (index: number) => [Math.floor(index / wide), index % wide] as const;
  const x = (column: number) => NAMES + column * cellWidth;
  const y = (line: number) => HEAD + line * CELL;
  const [line, column] = place(walk.chosen ?? walk.current);
  return (
    <div className="plot" ref={ref} style={{ height }}>
      {width !== null && (
        <div className="tree" {...walk.slider(label, tipSentence(tip(line, column)))}>
          <svg className="chart" width={width} height={height} aria-hidden="true">
            {columns.map((name, c) =>
              named(c) ? (
                <text key={name} x={x(c)} y={12}>
                  {name}
                </text>
              ) : null,
            )}
            {lines.map((name, l) => (
              <g key={name}>
                <text x={0} y={y(l) + CELL / 2 + 3}>
                  {name}
                </text>
                {columns.map((hour, c) => (
                  <rect
                    key={hour}
                    className="leaf"
                    data-walked={(walk.chosen !== null && l === line && c === column) || undefined}
                    x={x(c)}
                    y={y(l)}
                    width={Math.max(1, cellWidth - GAP)}
                    height={CELL - GAP}
                    rx={2}
                    fill={`var(--heat-${heatStep(cells[l]?.[c] ?? 0, most)})`}
                  >
                    <title>{tipSentence(tip(l, c))}</title>
                  </rect>
                ))}
              </g>
            ))}
          </svg>
          {walk.chosen !== null && (
            <Tip {...tip(line, column)} at={(x(column) + cellWidth / 2) / width} top={y(line)} />
          )}
        </div>
      )}
    </div>
  );
}
