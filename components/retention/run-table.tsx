"use client";

import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { Num } from "@/components/ui/num";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { RunView } from "@/lib/retention/views";

export type RunDeed = (run: RunView, deed: "pause" | "resume" | "abort") => void;

type Props = { runs: readonly RunView[]; onDeed: RunDeed | null };

/** The log: one line for each host of a run. */
export function RunTable({ runs, onDeed }: Props) {
  const text = useText().retention.runs;
  return (
    <ScrollBox className="mt-2" label={text.caption}>
      <table className="t cards">
        <caption className="vh">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.at}</th>
            <th scope="col">{text.by}</th>
            <th scope="col">{text.hosts}</th>
            <th scope="col" className="n">
              {text.expired}
            </th>
            <th scope="col" className="n">
              {text.held}
            </th>
            <th scope="col" className="n">
              {text.deleted}
            </th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {runs.flatMap((run) =>
            run.perHost.map((counts, at) => (
              <RunLine
                key={`${run.id} ${counts.host}`}
                {...{ run, counts, onDeed }}
                first={at === 0}
              />
            )),
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type LineProps = {
  run: RunView;
  counts: RunView["perHost"][number];
  first: boolean;
  onDeed: RunDeed | null;
};

function RunLine({ run, counts, first, onDeed }: LineProps) {
  const text = useText().retention.runs;
  return (
    <tr>
      <td>{first && <DateTime stamp={run.askedAt} />}</td>
      <td>{first && <bdi>{run.operator}</bdi>}</td>
      <th scope="row">
        <bdi>{counts.host}</bdi>
      </th>
      <td className="n" data-label={text.expired}>
        <Num value={counts.expired} />
      </td>
      <td className="n" data-label={text.held}>
        <Num value={counts.held} />
      </td>
      <td className="n" data-label={text.deleted}>
        {run.dryRun ? "–" : <Num value={counts.deleted} />}
      </td>
      <td>{first && <RunState run={run} onDeed={onDeed} />}</td>
    </tr>
  );
}

function RunState({ run, onDeed }: { run: RunView; onDeed: RunDeed | null }) {
  const { run: deeds, runs: text } = useText().retention;
  const open = run.state === "waiting" || run.state === "running";
  return (
    <div className="row wrap">
      <span>
        {run.dryRun && `${text.dry}, `}
        {open && run.paused ? text.paused : text.states[run.state]}
        {open && ` (${text.progress(run.done, run.passes)})`}
      </span>
      {open && onDeed && (
        <>
          {!run.dryRun && (
            <Button small onClick={() => onDeed(run, run.paused ? "resume" : "pause")}>
              {run.paused ? deeds.resume : deeds.pause}
            </Button>
          )}
          <Button small onClick={() => onDeed(run, "abort")}>
            {deeds.abort}
          </Button>
        </>
      )}
    </div>
  );
}
