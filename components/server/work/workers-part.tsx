"use client";

import { usePreferences } from "@/components/preferences";
import { DateTime } from "@/components/ui/date-time";
import { Finding } from "@/components/ui/finding";
import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import { formatDuration } from "@/lib/format/duration";
import type { ServerPulse, Worker } from "@/lib/server/views";
import { Part } from "../part";

type Props = Pick<ServerPulse, "workers" | "jobs">;

/** Who works, since when, and what there is to do. */
export function WorkersPart({ workers, jobs }: Props) {
  const t = useText().server.workers;
  const { running, waiting, failed } = jobs;
  return (
    <Part
      id="workers"
      title={t.title}
      note={
        <>
          {t.jobs}: {t.jobCounts(running, waiting)}
          {failed > 0 && `, ${t.failed(failed)}`}
        </>
      }
    >
      {workers.length === 0 ? (
        <Finding tone="loss" title={t.silent}>
          {t.none}
        </Finding>
      ) : (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t.process}</th>
              <th scope="col">{t.started}</th>
              <th scope="col">{t.beat}</th>
              <th scope="col" className="n">
                {t.state}
              </th>
            </tr>
          </thead>
          <tbody>
            {workers.map((it) => (
              <Line key={`${it.pid} ${it.startedAt}`} worker={it} />
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}

function Line({ worker: { pid, startedAt, beatAgeSeconds, alive } }: { worker: Worker }) {
  const t = useText().server.workers;
  const { locale } = usePreferences();
  return (
    <tr>
      <th scope="row" className="num">
        {pid}
      </th>
      <td>
        <DateTime stamp={startedAt} />
      </td>
      <td className="num">{t.ago(formatDuration(beatAgeSeconds, locale))}</td>
      <td className="n">
        <Mark tone={alive ? "fine" : "loss"}>{alive ? t.alive : t.silent}</Mark>
      </td>
    </tr>
  );
}
