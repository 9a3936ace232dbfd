export type EnvLine = {
  name: string;
  value: string;
  line: number;
  /** Bytes of the value with its quotes, the end exclusive. */
  start: number;
  end: number;
};

const ASSIGNMENT = /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][A-Za-z0-9_]*)([ \t]*=[ \t]*)(.*)$/;

/**
 * The assignments of a `.env`, in its order; the last of one name counts. Nothing is expanded: `$X` stands for
 * itself. A value in quotes ends with them, without quotes before ` #`. Positions count bytes.
 */
export function parseEnvFile(bytes: Buffer): EnvLine[] {
  const source = bytes.toString("latin1");
  const lines: EnvLine[] = [];
  let offset = 0;
  for (const [n, raw] of source.split("\n").entries()) {
    const found = ASSIGNMENT.exec(raw.endsWith("\r") ? raw.slice(0, -1) : raw);
    if (found) {
      const [, before = "", name = "", equals = "", rest = ""] = found;
      const written = writtenValue(rest);
      const start = offset + before.length + name.length + equals.length;
      const value = Buffer.from(unquoted(written), "latin1").toString("utf8");
      lines.push({ name, value, line: n + 1, start, end: start + written.length });
    }
    offset += raw.length + 1;
  }
  return lines;
}

/** What the variables say. */
export function envMap(bytes: Buffer): Map<string, string> {
  return new Map(parseEnvFile(bytes).map(({ name, value }) => [name, value]));
}

function writtenValue(rest: string): string {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.exec(rest)?.[0];
  if (quoted !== undefined) return quoted;
  return rest.replace(/(?:^|[ \t]+)#.*$/, "").trimEnd();
}

function unquoted(written: string): string {
  if (written.startsWith("'") && written.endsWith("'") && written.length > 1) {
    return written.slice(1, -1);
  }
  if (written.startsWith('"') && written.endsWith('"') && written.length > 1) {
    return written.slice(1, -1).replace(/\\(["\\$])/g, "$1");
  }
  return written;
}
