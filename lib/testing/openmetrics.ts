export type Family = { type: string; help: string; samples: { name: string; labels: string[] }[] };

const SUFFIXES: Record<string, string[]> = {
  counter: ["_total"],
  histogram: ["_bucket", "_sum", "_count"],
  gauge: [""],
};

/**
 * Reads an exposition as strictly as OpenMetrics 1.0 asks of one: metadata before samples, no family twice, names
 * that fit their type, numbers, one end. Throws at the first line that is wrong.
 */
export function parseOpenMetrics(text: string): Map<string, Family> {
  if (!text.endsWith("\n# EOF\n")) throw new Error("the end is missing");
  const families = new Map<string, Family>();
  let current = "";
  for (const line of text.slice(0, -"# EOF\n".length).trimEnd().split("\n")) {
    const [, keyword, name = "", rest = ""] = /^# (HELP|TYPE|UNIT) (\S+) (.+)$/.exec(line) ?? [];
    if (keyword) {
      const known = families.get(name);
      if (known && name !== current) throw new Error(`a family twice: ${line}`);
      if (known && known.samples.length > 0) throw new Error(`metadata after samples: ${line}`);
      const family = known ?? { type: "unknown", help: "", samples: [] };
      if (keyword === "TYPE") family.type = rest;
      if (keyword === "HELP") family.help = rest;
      families.set(name, family);
      current = name;
    } else addSample(families.get(current), current, line);
  }
  return families;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?(?:\d[\d.e+-]*|Inf)|\+Inf|NaN)$/;
const LABEL = /([a-zA-Z_]\w*)="(?:[^"\\\n]|\\[\\"n])*"/g;

function addSample(family: Family | undefined, name: string, line: string): void {
  const [, sample = "", labels = ""] = SAMPLE.exec(line) ?? [];
  if (!family || !sample) throw new Error(`not a sample of a family: ${line}`);
  const suffixes = SUFFIXES[family.type] ?? [];
  if (!suffixes.some((it) => sample === name + it)) {
    throw new Error(`not a name of ${family.type} ${name}: ${line}`);
  }
  const names = [...labels.matchAll(LABEL)].map((it) => it[1] ?? "");
  if (labels.replaceAll(LABEL, "").replaceAll(",", "") !== "") throw new Error(`labels: ${line}`);
  if (new Set(names).size !== names.length) throw new Error(`a label twice: ${line}`);
  family.samples.push({ name: sample, labels: names });
}
