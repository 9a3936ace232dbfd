"use client";

import { DateTime } from "@/components/ui/date-time";
import { Mark, type MarkTone } from "@/components/ui/mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { useText } from "@/components/use-text";
import type { DailyTask, TaskState } from "@/lib/server/views";

const TONE: Record<TaskState, MarkTone> = {
  "on-time": "fine",
  due: "guess",
  overdue: "held",
  "never-ran": "guess",
  "not-expected": "plain",
  other: "plain",
};

/** Every daily task of Prosody, with its last run: what is known of it and what is not. */
export function TaskTable({ tasks }: { tasks: readonly DailyTask[] }) {
  const t = useText().server.prosody;
  return (
    <table className="t tasks">
      <thead>
        <tr>
          <th scope="col">{t.host}</th>
          <th scope="col" className="hide-s">
            {t.task}
          </th>
          <th scope="col">{t.last}</th>
          <th scope="col" className="n">
            {t.state}
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((it) => (
          <Line key={`${it.host} ${it.task}`} it={it} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ it: { host, task, lastRunAt, state } }: { it: DailyTask }) {
  const t = useText().server.prosody;
  const names: Record<string, string> = t.names;
  const name = names[task] ?? <code>{task}</code>;
  return (
    <tr>
      <th scope="row">
        <bdi>{host}</bdi>
        <span className="cap only-narrow">{name}</span>
      </th>
      <td className="hide-s">{name}</td>
      <td className="num">
        {lastRunAt === null ? (
          t.never
        ) : (
          <>
            <DateTime stamp={lastRunAt} />{" "}
            <span className="cap hide-s">
              <RelativeTime stamp={lastRunAt} />
            </span>
          </>
        )}
      </td>
      <td className="n">
        <Mark tone={TONE[state]}>{t.states[state]}</Mark>
      </td>
    </tr>
  );
}
