"use client";

import { type ReactNode, useId, useRef } from "react";
import { Segmented } from "@/components/ui/segmented";
import { useText } from "@/components/use-text";
import type { Twin } from "../twin/twin";
import { TwinTable } from "../twin/twin-table";
import { SaveMenu } from "./save-menu";

export type LegendEntry = { label: string; ink: string; note?: string; dashed?: boolean };

type Props = {
  title: string;
  /** All of it in two or three sentences, for who does not see the picture. */
  summary: string;
  /** Switches of this chart. */
  controls?: ReactNode;
  /** What it shows in a sentence or two, above picture and table. */
  lead?: ReactNode;
  /** Under the picture. */
  legend?: readonly LegendEntry[];
  /** `narrow`: where there is room the picture names its layers itself. `file`: only in downloads. */
  legendIn?: "always" | "narrow" | "file";
  /** Where numbers come from and what they leave out. */
  note?: string;
  twin: Twin;
  /** Pixels the table may take; that of the picture, so that nothing moves. */
  height: number;
  asTable: boolean;
  onAsTable: (asTable: boolean) => void;
  /** Without an ending. */
  fileName: string;
  children: ReactNode;
};

/** Every chart: title, switches, picture or the same as a table, legend, note, files. */
export function ChartFrame(props: Props) {
  const { title, summary, controls, legend, note, twin, height, asTable, onAsTable } = props;
  const t = useText().charts;
  const id = useId();
  const picture = useRef<HTMLDivElement>(null);
  return (
    <figure className="chart-frame" aria-labelledby={`${id}-title`} aria-describedby={`${id}-sum`}>
      <div className="head bar0">
        <h2 className="h2" id={`${id}-title`}>
          {title}
        </h2>
        <div className="row push wrap noprint">
          {controls}
          <Segmented
            label={t.shownAs(title)}
            value={asTable ? "table" : "chart"}
            options={[
              { value: "chart", label: t.chart },
              { value: "table", label: t.table },
            ]}
            onValueChange={(value) => onAsTable(value === "table")}
          />
          <SaveMenu
            name={props.fileName}
            twin={twin}
            words={{ title, note: note ?? "", legend: legend ?? [] }}
            drawing={asTable ? null : () => picture.current?.querySelector("svg") ?? null}
          />
        </div>
      </div>
      <p className="vh" id={`${id}-sum`}>
        {summary}
      </p>
      {props.lead}
      {asTable ? (
        <TwinTable twin={twin} label={title} height={height} />
      ) : (
        <div ref={picture}>{props.children}</div>
      )}
      {legend && !asTable && props.legendIn !== "file" && (
        <Legend entries={legend} narrow={props.legendIn === "narrow"} />
      )}
      {note && <figcaption className="cap fn">{note}</figcaption>}
    </figure>
  );
}

type LegendProps = { entries: readonly LegendEntry[]; narrow: boolean };

function Legend({ entries, narrow }: LegendProps) {
  return (
    <div className="legend" data-narrow={narrow || undefined}>
      {entries.map(({ label, ink, note, dashed }) => (
        <span key={label}>
          <i
            className={dashed ? "dash" : undefined}
            style={{ "--c": ink } as React.CSSProperties}
          />
          {label}
          {note && <span className="text-ink-3">{note}</span>}
        </span>
      ))}
    </div>
  );
}
