export const HEAT_STEPS = 5;

/** Which of the five shades a value has; 0 is none at all. Equal steps up to `most`. */
export function heatStep(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(HEAT_STEPS, Math.max(1, Math.ceil((value / most) * HEAT_STEPS)));
}

/** A round number not below `most`, so that the legend can name it. */
export function roundMost(most: number): number {
  if (most <= 0) return 0;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
  return Math.ceil(most / power) * power;
}
