/** A value as people read it, and as a file has it. */
export type TwinCell = { text: string; value: string | number | null };

/** The same numbers as a chart, as a table. Row by row what the chart shows point by point. */
export type Twin = {
  columns: readonly { name: string; number?: boolean }[];
  rows: readonly { key: string; cells: readonly TwinCell[] }[];
};

export const said = (text: string): TwinCell => ({ text, value: text });
