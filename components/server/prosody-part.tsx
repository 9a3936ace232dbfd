"use client";

import { Facts } from "@/components/ui/facts";
import { useText } from "@/components/use-text";
import type { ProsodyTraces } from "@/lib/server/views";
import { Part } from "./part";
import { TaskTable } from "./task-table";

/** Prosody by what it left in its tables: version, hosts, and whether its daily tasks run. */
export function ProsodyPart({ prosody }: { prosody: ProsodyTraces }) {
  const t = useText().server.prosody;
  const { evidence, hosts, tasks } = prosody;
  return (
    <Part id="prosody" title={t.title} note={t.note}>
      <Facts
        facts={[
          {
            name: t.version,
            value: (
              <>
                {t.versions[evidence.by](evidence.version)}{" "}
                <span className="cap">{t.by[evidence.by]}</span>
              </>
            ),
          },
          {
            name: t.hosts,
            value: hosts.length === 0 ? t.noHosts : <bdi>{hosts.join(", ")}</bdi>,
          },
        ]}
      />
      <h3 className="h3 mt-4 mb-2">{t.tasks}</h3>
      {tasks.length === 0 ? <p className="note">{t.none}</p> : <TaskTable tasks={tasks} />}
      <p className="cap fn">{t.footnote}</p>
    </Part>
  );
}
