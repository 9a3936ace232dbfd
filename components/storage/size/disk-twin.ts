import { said, type Twin, type TwinCell } from "@/components/charts/twin/twin";
import type { StorageTexts } from "@/lib/i18n/en/storage";
import type { Figures } from "../frame/use-figures";
import { type DiskLayered, ESTIMATED } from "./disk-layers";
import type { Expected } from "./expected";
import { blanksOf, expectedRows } from "./forecast-words";
import { sumOf } from "./layers";

type Input = { layered: DiskLayered; expected: Expected; figures: Figures; text: StorageTexts };

const NONE: TwinCell = { text: "", value: null };

/** Sizes, the newest first, each with how it is known; then what is expected. */
export function diskTwin({ layered, expected, figures, text }: Input): Twin {
  const { keys, layers, points, estimated } = layered;
  const number = (name: string) => ({ name, number: true });
  const blanks = blanksOf(expected);
  // As the picture has them from the top. The estimate is of the whole: it stands under the sum.
  const parts = layers
    .flatMap((layer, i) => (keys[i] === ESTIMATED ? [] : [{ layer, i }]))
    .reverse();
  const known = points.map(({ at, values }, n) => {
    const guess = n < estimated;
    return {
      key: String(n),
      cells: [
        said(guess ? figures.day(at) : figures.minute(at)),
        said(guess ? text.disk.estimated : text.disk.measured),
        ...parts.map(({ i }) => (guess ? NONE : figures.cell("bytes", values[i] ?? 0))),
        figures.cell("bytes", sumOf(values)),
        ...blanks,
      ],
    };
  });
  return {
    columns: [
      { name: text.disk.at },
      { name: text.disk.known },
      ...parts.map(({ layer }) => number(layer.label)),
      number(text.total),
      ...(blanks.length > 0 ? [number(text.size.low), number(text.size.high)] : []),
    ],
    rows: [
      ...known.reverse(),
      ...expectedRows(expected, "disk", parts.length + 1, { figures, t: text }),
    ],
  };
}
