"use client";

import { useQuery } from "@tanstack/react-query";
import { DateTime } from "@/components/ui/date-time";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";
import type { StorageFinding } from "@/lib/storage/views";
import { checksQuery } from "../storage-queries";

const REBUILD = "npx muniment index --rebuild";

/** What the nightly check of the figures found, and what is to be done about it. */
export function CheckFindings() {
  const t = useText().storage.checks;
  const { data } = useQuery(checksQuery());
  if (!data || data.findings.length === 0) return null;
  return (
    <section className="mt-4" aria-label={t.title}>
      {data.findings.map((it) => (
        <Found key={it.id} finding={it} />
      ))}
    </section>
  );
}

function Found({ finding }: { finding: StorageFinding }) {
  const t = useText().storage.checks;
  const { id, params, foundAt } = finding;
  const words = t.found[id];
  return (
    <Finding tone="held" level={2} title={words.title(params.from, params.to)}>
      {words.evidence(params)} {t.at} <DateTime stamp={foundAt} />. {words.fix}{" "}
      <code className="whitespace-nowrap">{REBUILD}</code>
    </Finding>
  );
}

/** That somebody looks, when all is well. */
export function CheckNote() {
  const t = useText().storage.checks;
  const { data } = useQuery(checksQuery());
  if (!data || data.findings.length > 0) return null;
  return (
    <p className="cap fn">
      {data.checkedAt === null ? (
        t.never
      ) : (
        <>
          {t.fine} <DateTime stamp={data.checkedAt} />.
        </>
      )}
    </p>
  );
}
