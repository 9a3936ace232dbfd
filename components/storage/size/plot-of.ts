import type { SizeModel } from "./size-model";

/** What a plot of sizes needs of its model, wherever it stands. */
export const plotOf = (model: SizeModel) => ({
  layers: model.layers,
  points: model.points,
  shape: "line" as const,
  ahead: model.ahead,
  limit: model.limit,
  full: model.full,
  from: model.from,
  to: model.to,
  valueTicks: model.ticks,
  tip: model.tip,
});
