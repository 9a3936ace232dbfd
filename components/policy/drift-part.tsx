"use client";

import { useNow, usePreferences } from "@/components/preferences";
import { DateTime } from "@/components/ui/date-time";
import { Finding } from "@/components/ui/finding";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import { spellSpan } from "@/lib/format/duration";
import type { Effective, PolicyView } from "@/lib/policy/views";
import { LineDiff } from "./line-diff";
import { PrefsPart } from "./prefs-part";
import { doesWords } from "./value-words";

type Props = { policy: PolicyView; effective: Effective | null; expiry: readonly Expiry[] };

/** What is written, what is in force, and what the data shows. */
export function DriftPart({ policy, effective, expiry }: Props) {
  const t = useText().policy.driftPart;
  return (
    <>
      {policy.foreign ? (
        <>
          <Finding tone="held" title={t.foreign} level={2}>
            {t.foreignNote}
          </Finding>
          <LineDiff diff={policy.foreign} label={t.foreign} />
        </>
      ) : (
        <Finding tone="fine" title={t.none} level={2} />
      )}
      <InForce policy={policy} effective={effective} />
      <section aria-label={t.caption}>
        <h2 className="h2">{t.title}</h2>
        <p className="cap">{t.version(policy.version, policy.versionCertain)}</p>
        <ScrollBox label={t.caption}>
          <ExpiryTable expiry={expiry} />
        </ScrollBox>
      </section>
      <PrefsPart policy={policy} />
    </>
  );
}

function InForce({ policy, effective }: Omit<Props, "expiry">) {
  const t = useText().policy.driftPart;
  if (effective === null) return null;
  if (effective.state === "none") return <Finding tone="guess" title={t.noSocket} level={2} />;
  if (effective.state === "away") return <Finding tone="loss" title={t.away} level={2} />;
  const differing = effective.values.filter(({ host, name, value }) => {
    const setting = policy.settings.find((it) => it.host === host && it.name === name);
    if (!setting || setting.value === undefined) return false;
    const declared = setting.origin === "default" ? null : setting.value;
    return JSON.stringify(declared) !== JSON.stringify(value);
  });
  if (differing.length === 0) return <Finding tone="fine" title={t.agree} level={2} />;
  return (
    <Finding tone="loss" title={t.differs(differing.length)} level={2}>
      {differing.map(({ host, name }) => `${host} ${name}`).join(", ")}
    </Finding>
  );
}

function ExpiryTable({ expiry }: { expiry: readonly Expiry[] }) {
  const { policy: t } = useText();
  const { locale } = usePreferences();
  const now = useNow();
  return (
    <table className="t truth">
      <caption className="vh">{t.driftPart.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.driftPart.host}</th>
          <th scope="col">{t.driftPart.store}</th>
          <th scope="col">{t.declared}</th>
          <th scope="col">{t.observedOldest}</th>
          <th scope="col">{t.observedRun}</th>
        </tr>
      </thead>
      <tbody>
        {expiry.map(({ host, store, expiresAfterSeconds: does, oldestAt, lastRunAt, reason }) => {
          const late = typeof does === "number" && oldestAt !== null ? now - does - oldestAt : 0;
          return (
            <tr key={`${host} ${store}`}>
              <th scope="row">{host}</th>
              <td>{store}</td>
              <td>
                {doesWords(t, does)} {reason && <span className="cap">({t.reasons[reason]})</span>}
              </td>
              <td>
                {oldestAt === null ? t.noRows : <DateTime stamp={oldestAt} style="day" />}{" "}
                {late > 172_800 && (
                  <span className="loss">{t.driftPart.overdue(spellSpan(late, locale))}</span>
                )}
              </td>
              <td>{lastRunAt === null ? t.observedNever : <DateTime stamp={lastRunAt} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
