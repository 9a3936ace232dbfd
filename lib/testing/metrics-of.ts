import { type Family, parseOpenMetrics } from "./openmetrics";

/** Of an exposition: its families, and each sample's value by name and labels as they are written. */
export function metricsOf(text: string): {
  families: Map<string, Family>;
  values: Map<string, number>;
} {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const values = lines.map((line) => {
    const at = line.lastIndexOf(" ");
    return [line.slice(0, at), Number(line.slice(at + 1))] as const;
  });
  return { families: parseOpenMetrics(text), values: new Map(values) };
}
