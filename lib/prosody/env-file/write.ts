import { parseEnvFile } from "./parse";

/** What every reader of a `.env` (shell, Docker, systemd) takes literally, without quotes. */
const PLAIN = /^[A-Za-z0-9_.:,/+@-]*$/;
/** With quotes; what a shell or Docker would expand or end is refused. */
const QUOTABLE = /^[^"\\$`\r\n\0]*$/;

/**
 * The file with one variable set: the value of its last assignment is exchanged, every other byte stays. Without
 * one, a line is added at the end. `null` takes the value away, and leaves the name: `NAME=`.
 * @throws RangeError for a value that cannot stand in such a file, or no name
 */
export function writeEnvValue(bytes: Buffer, name: string, value: string | null): Buffer {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new RangeError("This is no name of a variable");
  const last = parseEnvFile(bytes).findLast((it) => it.name === name);
  if (!last) return value === null ? bytes : addLine(bytes, `${name}=${written(value, "")}`);
  if (last.value === (value ?? "")) return bytes;
  const quote = /^["']/.exec(bytes.subarray(last.start, last.end).toString("latin1"))?.[0] ?? "";
  const next = value === null ? "" : written(value, quote);
  return Buffer.concat([
    bytes.subarray(0, last.start),
    Buffer.from(next, "utf8"),
    bytes.subarray(last.end),
  ]);
}

function written(value: string, quote: string): string {
  if (!QUOTABLE.test(value) || (quote === "'" && value.includes("'"))) {
    throw new RangeError("This value cannot stand in an environment file");
  }
  if (quote !== "") return quote + value + quote;
  return PLAIN.test(value) ? value : `"${value}"`;
}

function addLine(bytes: Buffer, line: string): Buffer {
  const source = bytes.toString("latin1");
  const end = /\r\n/.test(source) ? "\r\n" : "\n";
  const before = source === "" || source.endsWith("\n") ? "" : end;
  return Buffer.concat([bytes, Buffer.from(before + line + end, "utf8")]);
}
