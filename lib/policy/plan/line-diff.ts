export type DiffLine = { kind: "same" | "gone" | "new"; text: string; line: number };

const linesOf = (text: string) => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

/** The lines of two short texts side by side, by their longest common sequence; numbers count in their own text. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const common = commonLengths(a, b);
  const diff: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      diff.push({ kind: "same", text: a[i] ?? "", line: j + 1 });
      [i, j] = [i + 1, j + 1];
    } else if (j === b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      diff.push({ kind: "gone", text: a[i] ?? "", line: i + 1 });
      i += 1;
    } else {
      diff.push({ kind: "new", text: b[j] ?? "", line: j + 1 });
      j += 1;
    }
  }
  return diff;
}

/** Without what is the same far away from any change. */
export function nearChanges(diff: readonly DiffLine[], context = 2): DiffLine[] {
  return diff.filter((_, n) =>
    diff.slice(Math.max(0, n - context), n + context + 1).some((it) => it.kind !== "same"),
  );
}

const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0;

function commonLengths(a: string[], b: string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] as number[];
      row[j] =
        a[i] === b[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}
