"use client";

import { Mark, type MarkTone } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import { formatCompact } from "@/lib/format/compact";
import type { IndexAdvice, IndexVerdict } from "@/lib/storage/database-views";
import { shortName } from "../database/names";
import type { Maintenance } from "../database/use-maintenance";
import { useFigures } from "../frame/use-figures";
import { IndexAct } from "./index-act";

const TONES: Record<IndexVerdict, MarkTone> = {
  keep: "fine",
  create: "held",
  drop: "loss",
  "not-needed": "guess",
  rebuild: "held",
};
const SAID_BY_THE_MARK: readonly string[] = ["needed", "covered"];
const FULL_DIGITS = 100_000;

type Props = { index: IndexAdvice; maintenance: Maintenance };

export function IndexLine({ index, maintenance }: Props) {
  const { tables, database } = useText();
  const t = tables.indexes;
  const { value, locale } = useFigures();
  const { name, columns, bytes, scans, advice, reason, use, coveredBy } = index;
  const words = [
    use && database.indexUses[use],
    // What the mark says already is not said twice.
    !SAID_BY_THE_MARK.includes(reason) && database.indexReasons[reason],
    coveredBy && t.does(shortName(coveredBy)),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <code>{shortName(name)}</code>
      </th>
      <td className="hide-s">
        <code className="cc">{columns.join(", ")}</code>
      </td>
      <td className="n">{bytes === null ? t.missing : value("bytes", bytes)}</td>
      <td className="n hide-s">
        {scans === null
          ? "–"
          : scans < FULL_DIGITS
            ? value("rows", scans)
            : formatCompact(scans, locale)}
      </td>
      <td className="verdict">
        <Mark tone={TONES[advice]} icon={advice === "keep" ? "pass" : undefined}>
          {t.verdicts[advice]}
        </Mark>
      </td>
      <td className="ad">
        {words.join(" ")}
        <IndexAct index={index} maintenance={maintenance} />
      </td>
    </tr>
  );
}
