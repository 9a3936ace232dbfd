/**
 * Moves labels apart that want to stand at `wanted` (falling values: from the bottom of the screen
 * upwards), at least `gap` between two, none below `floor`.
 */
export function spread(wanted: readonly number[], gap: number, floor: number): number[] {
  let below = floor + gap;
  return wanted.map((place) => {
    below = Math.min(place, below - gap);
    return below;
  });
}
