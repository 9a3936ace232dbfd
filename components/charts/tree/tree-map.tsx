"use client";

import { Tip, type TipText, tipSentence } from "../plot/tip";
import { useWalk } from "../plot/use-walk";
import { useWidth } from "../plot/use-width";
import { type Box, squarify } from "./squarify";

export type TreeLeaf = {
  key: string;
  label: string;
  value: string;
  weight: number;
  ink: string;
  /** On `ink`. */
  textInk: string;
};

type Props = {
  /** The largest first. */
  leaves: readonly TreeLeaf[];
  height: number;
  label: string;
  tip: (index: number) => TipText;
  onEnter: (index: number) => void;
};

const GAP = 2;
const PADDING = 7;
const CHARACTER = 6.4;
const LINE = 16;

/** Boxes as large as what they stand for; arrows walk from the largest to the smallest, Enter opens. */
export function TreeMap({ leaves, height, label, tip, onEnter }: Props) {
  const [ref, width] = useWidth();
  const boxes = squarify(
    leaves.map((it) => it.weight),
    { x: 0, y: 0, width: (width ?? 0) + GAP, height: height + GAP },
  );
  const walk = useWalk({
    count: leaves.length,
    start: 0,
    moves: { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
    onEnter,
  });
  return (
    <div className="plot" ref={ref} style={{ height }}>
      {width !== null && (
        <div className="tree" {...walk.slider(label, tipSentence(tip(walk.current)))}>
          <svg className="chart" width={width} height={height} aria-hidden="true">
            {leaves.map((leaf, i) => (
              <Leaf
                key={leaf.key}
                leaf={leaf}
                box={boxes[i]}
                walked={walk.chosen === i}
                tip={tip(i)}
                onEnter={() => onEnter(i)}
              />
            ))}
          </svg>
          {walk.chosen !== null && (
            <WalkTip box={boxes[walk.chosen]} width={width} tip={tip(walk.chosen)} />
          )}
        </div>
      )}
    </div>
  );
}

function WalkTip({ box, width, tip }: { box: Box | undefined; width: number; tip: TipText }) {
  if (!box) return null;
  return <Tip {...tip} at={(box.x + box.width / 2) / width} top={box.y + box.height / 2} />;
}

type LeafProps = {
  leaf: TreeLeaf;
  box: Box | undefined;
  walked: boolean;
  tip: TipText;
  onEnter: () => void;
};

function Leaf({ leaf, box, walked, tip, onEnter }: LeafProps) {
  if (!box || box.width < GAP + 1 || box.height < GAP + 1) return null;
  const [width, height] = [box.width - GAP, box.height - GAP];
  const room = Math.floor((width - 2 * PADDING) / CHARACTER);
  const named = room >= Math.min(leaf.label.length, 6) && height >= LINE + 6;
  const name =
    leaf.label.length > room ? `${leaf.label.slice(0, Math.max(1, room - 1))}…` : leaf.label;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys do the same through the slider around it
    <g className="leaf" data-walked={walked || undefined} onClick={onEnter}>
      <title>{tipSentence(tip)}</title>
      <rect x={box.x} y={box.y} width={width} height={height} rx={2} fill={leaf.ink} />
      {named && (
        <text x={box.x + PADDING} y={box.y + LINE} style={{ fill: leaf.textInk }}>
          {name}
        </text>
      )}
      {named && height >= 2 * LINE + 6 && room >= leaf.value.length && (
        <text x={box.x + PADDING} y={box.y + 2 * LINE} style={{ fill: leaf.textInk }}>
          {leaf.value}
        </text>
      )}
    </g>
  );
}
