"use client";

import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { saveFile } from "../save/save-file";
import { toPng } from "../save/to-png";
import { svgText, toSvg } from "../save/to-svg";
import { toCsv } from "../twin/to-csv";
import type { Twin } from "../twin/twin";

type Props = {
  name: string;
  twin: Twin;
  words: Parameters<typeof toSvg>[1];
  /** null: there is no picture now, only the table. */
  drawing: (() => SVGSVGElement | null) | null;
};

/** The chart as a picture, its numbers as a file. */
export function SaveMenu({ name, twin, words, drawing }: Props) {
  const t = useText().charts;
  const toast = useToast();
  const save = (work: () => Promise<void> | void) => async () => {
    try {
      await work();
    } catch (error) {
      toast({ tone: "loss", title: t.notSaved, note: String(error) });
    }
  };
  const sheet = () => {
    const svg = drawing?.();
    if (!svg) throw new Error(t.noPicture);
    return toSvg(svg, words);
  };
  const asSvg = () =>
    saveFile(`${name}.svg`, new Blob([svgText(sheet())], { type: "image/svg+xml" }));
  const asPng = async () => {
    const drawn = sheet();
    const size = drawn.viewBox.baseVal;
    saveFile(`${name}.png`, await toPng(svgText(drawn), size.width, size.height));
  };
  const asCsv = () => saveFile(`${name}.csv`, new Blob([toCsv(twin)], { type: "text/csv" }));
  return (
    <Menu trigger={<Tool icon="download" label={t.save(words.title)} title={t.saveHint} />}>
      {drawing && (
        <>
          <MenuItem onSelect={save(asPng)}>{t.png}</MenuItem>
          <MenuItem onSelect={save(asSvg)}>{t.svg}</MenuItem>
        </>
      )}
      <MenuItem onSelect={save(asCsv)} end={t.rows(twin.rows.length)}>
        {t.csv}
      </MenuItem>
    </Menu>
  );
}
