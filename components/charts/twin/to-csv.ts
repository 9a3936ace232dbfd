import type { Twin } from "./twin";

/** RFC 4180 with a byte order mark, so that spreadsheets read UTF-8; formulas made harmless. */
export function toCsv({ columns, rows }: Twin): string {
  const lines = [
    columns.map((it) => it.name),
    ...rows.map(({ cells }) => cells.map((cell) => cell.value)),
  ];
  return `\ufeff${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  // A name that somebody chose may begin like a formula.
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
