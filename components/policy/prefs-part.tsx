"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Num } from "@/components/ui/num";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { OptionName } from "@/lib/i18n/en/options";
import type { PolicyView } from "@/lib/policy/views";
import { prefsQuery } from "./policy-queries";
import { policyWord } from "./value-words";

const POLICY: OptionName = "default_archive_policy";

/** What people chose for themselves, which a change of the host's policy does not reach. */
export function PrefsPart({ policy }: { policy: PolicyView }) {
  const { policy: texts } = useText();
  const t = texts.prefs;
  const id = useId();
  const { data } = useQuery(prefsQuery());
  if (!data || data.length === 0) return null;
  const policyOf = (host: string) =>
    policy.settings.find((it) => it.host === host && it.name === POLICY)?.value;
  const named = data.reduce((sum, it) => sum + it.neverSomebody, 0);
  return (
    <section aria-labelledby={id}>
      <h2 className="h2" id={id}>
        {t.title}
      </h2>
      <p className="cap">{t.note}</p>
      <ScrollBox label={t.title}>
        <table className="t truth">
          <caption className="vh">{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.driftPart.host}</th>
              <th scope="col">{t.policy}</th>
              <th scope="col">{t.people}</th>
              <th scope="col">{t.none}</th>
              <th scope="col">{texts.values.everybody}</th>
              <th scope="col">{texts.values.contacts}</th>
              <th scope="col">{texts.values.nobody}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((it) => {
              const value = policyOf(it.host);
              return (
                <tr key={it.host}>
                  <th scope="row">{it.host}</th>
                  <td>{value === undefined ? texts.unknownValue : policyWord(texts, value)}</td>
                  {[it.people, it.none, it.always, it.roster, it.never].map((count, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay in this order
                    <td key={n}>
                      <Num value={count} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {named > 0 && <p className="warned">{t.neverIgnored(named)}</p>}
    </section>
  );
}
