export type Box = { x: number; y: number; width: number; height: number };

/**
 * Boxes as nearly square as can be, each as large as its weight (Bruls, Huizing, van Wijk 2000). In the
 * order of `weights`, which should fall; a weight of 0 gets no area.
 */
export function squarify(weights: readonly number[], into: Box): Box[] {
  const total = weights.reduce((sum, it) => sum + it, 0);
  if (total <= 0) return weights.map(() => ({ ...into, width: 0, height: 0 }));
  const scale = (into.width * into.height) / total;
  const boxes: Box[] = [];
  let rest = into;
  let row: number[] = [];
  for (const weight of weights) {
    const area = weight * scale;
    const side = Math.min(rest.width, rest.height);
    if (row.length > 0 && worst([...row, area], side) > worst(row, side)) {
      rest = place(row, rest, boxes);
      row = [];
    }
    row.push(area);
  }
  place(row, rest, boxes);
  return boxes;
}

/** The largest ratio of sides in a row along a side of that length. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((total, it) => total + it, 0);
  const thick = sum / side;
  return Math.max(...row.map((area) => Math.max(thick ** 2 / area, area / thick ** 2)));
}

/** Lays a row along the shorter side; answers with what is left. */
function place(row: readonly number[], rest: Box, boxes: Box[]): Box {
  const sum = row.reduce((total, it) => total + it, 0);
  const upright = rest.width >= rest.height;
  const thick = sum === 0 ? 0 : sum / (upright ? rest.height : rest.width);
  let at = 0;
  for (const area of row) {
    const length = thick === 0 ? 0 : area / thick;
    boxes.push(
      upright
        ? { x: rest.x, y: rest.y + at, width: thick, height: length }
        : { x: rest.x + at, y: rest.y, width: length, height: thick },
    );
    at += length;
  }
  return upright
    ? { ...rest, x: rest.x + thick, width: rest.width - thick }
    : { ...rest, y: rest.y + thick, height: rest.height - thick };
}
