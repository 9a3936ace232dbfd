import { counting } from "../counting";

const { plural } = counting("en");

export const charts = {
  shownAs: (title: string) => `${title}, shown as`,
  chart: "chart",
  table: "table",
  save: (title: string) => `Download: ${title}`,
  saveHint: "Download as PNG, SVG or CSV",
  png: "Picture (PNG)",
  svg: "Drawing (SVG)",
  csv: "Table (CSV)",
  rows: (count: number) => plural(count, "row", "rows"),
  notSaved: "The file could not be made.",
  noPicture: "The picture is not drawn yet.",
  walk: "Arrow keys walk through the values.",
  walkAndZoom:
    "Arrow keys walk through the values; Shift and an arrow key mark a range, Enter zooms into it.",
  walkAndOpen: "Arrow keys walk through the values, Enter opens one.",
};

export type ChartTexts = typeof charts;
