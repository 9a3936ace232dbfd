import type { TipText } from "@/components/charts/plot/tip";
import { said, type Twin } from "@/components/charts/twin/twin";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { Figures } from "../frame/use-figures";
import type { OwnerLeaf } from "./leaves";

type Text = StorageTexts["owners"];

export const leafName = (leaf: OwnerLeaf): string => (leaf.owner ? leaf.key : leaf.label);

const kindOf = ({ owner }: OwnerLeaf, t: Text): string =>
  owner === null ? t.theRest : owner.room ? t.room : t.person;

export function leafTip(leaf: OwnerLeaf, figures: Figures, t: Text): TipText {
  const size = figures.value("bytes", leaf.bytes);
  return {
    title: leafName(leaf),
    lines: [
      { label: t.kind, value: kindOf(leaf, t) },
      { label: t.rows, value: figures.value("rows", leaf.rows) },
      { label: t.size, value: leaf.owner ? size : `≈ ${size}` },
    ],
  };
}

export function leavesTwin(leaves: readonly OwnerLeaf[], figures: Figures, t: Text): Twin {
  const number = (name: string) => ({ name, number: true });
  return {
    columns: [{ name: t.owner }, { name: t.kind }, number(t.rows), number(t.size)],
    rows: leaves.map((leaf) => ({
      key: leaf.key,
      cells: [
        said(leafName(leaf)),
        said(kindOf(leaf, t)),
        figures.cell("rows", leaf.rows),
        figures.cell("bytes", leaf.bytes),
      ],
    })),
  };
}
