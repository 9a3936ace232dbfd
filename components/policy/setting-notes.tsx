"use client";

import type { ReactNode } from "react";
import { usePreferences } from "@/components/preferences";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import type { OptionName } from "@/lib/i18n/en/options";
import type { Effective, SettingView } from "@/lib/policy/views";
import { doesWords, valueWords } from "./value-words";

type Props = {
  setting: SettingView;
  name: OptionName;
  version: string;
  effective: Effective | null;
  expiry: readonly Expiry[];
};

/** Under the sentence: Prosody's name, where it is written, what it does beside what it says, and the three truths. */
export function SettingNotes({ setting, name, version, effective, expiry }: Props) {
  const { policy: t, options } = useText();
  const { line, computed, variable, meaning } = setting;
  const does = meaning && doesWords(t, meaning.does);
  return (
    <>
      <p className="cap under">
        <code>{name}</code>
        {line?.text && <code className="as-written">{line.text}</code>} {options[name].note}{" "}
        {line && t.writtenIn(line.file, line.line)}
        {line && "."} {computed && (variable ? t.byVariable(variable) : t.byExpression)}{" "}
        {!setting.read && t.notRead(version)}
      </p>
      {meaning?.warnings.map((it) => (
        <p key={it} className="warned">
          <Icon name="alert" className="held" /> {t.warnings[it](does ?? "")}
        </p>
      ))}
      <Truths setting={setting} name={name} effective={effective} expiry={expiry} />
    </>
  );
}

type TruthProps = Omit<Props, "version">;

function Truths({ setting, name, effective, expiry }: TruthProps) {
  const texts = useText();
  const { locale } = usePreferences();
  const { policy: t } = texts;
  const stores = expiry.filter((it) => it.option === name && it.host === setting.host);
  const asked = effective?.state === "ready" ? effective.values : [];
  const inForce = asked.find((it) => it.host === setting.host && it.name === name);
  if (stores.length === 0 && !inForce) return null;
  const declared = valueWords(texts, locale, name, setting.value);
  return (
    <dl className="tri">
      <Truth name={t.declared}>
        {setting.meaning ? doesWords(t, setting.meaning.does) : declared}
      </Truth>
      {inForce && (
        <Truth name={t.effective}>
          {inForce.value === null
            ? t.origins.default
            : valueWords(texts, locale, name, inForce.value)}
        </Truth>
      )}
      {stores.map(({ store, oldestAt, lastRunAt }) => (
        <Truth key={store} name={t.observed}>
          {oldestAt === null ? t.noRows : <DateTime stamp={oldestAt} style="day" />}{" "}
          <span className="cap">
            {oldestAt !== null && `${t.observedOldest}, `}
            {lastRunAt === null ? t.observedNever : `${t.observedRun} `}
            {lastRunAt !== null && <DateTime stamp={lastRunAt} />}
          </span>
        </Truth>
      ))}
    </dl>
  );
}

function Truth({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
