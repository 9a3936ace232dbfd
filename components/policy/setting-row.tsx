"use client";

import { usePreferences } from "@/components/preferences";
import { cn } from "@/components/ui/cn";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import type { OptionName } from "@/lib/i18n/en/options";
import type { Effective, SettingView } from "@/lib/policy/views";
import { theOption } from "@/lib/prosody/options/catalogue";
import { SettingControl } from "./setting-control";
import { SettingNotes } from "./setting-notes";
import type { Draft } from "./use-draft";
import { valueWords } from "./value-words";

type Props = {
  setting: SettingView;
  draft: Draft;
  mayWrite: boolean;
  version: string;
  effective: Effective | null;
  expiry: readonly Expiry[];
};

const DAY = 86_400;

/** One setting as a sentence: where it comes from, its control, and what is known about it. */
export function SettingRow({ setting, draft, mayWrite, ...rest }: Props) {
  const texts = useText();
  const { locale } = usePreferences();
  const name = setting.name as OptionName;
  const { policy: t, options } = texts;
  const words = options[name];
  const { kind } = theOption(name);
  const change = draft.find(setting.host, name);
  const does = setting.meaning?.does;
  const origin = change ? "changed" : setting.origin;
  const value = change ? (change.value as SettingView["value"]) : setting.value;
  return (
    <div className={cn("set", origin)} id={`${setting.host}-${name}`}>
      <span className="org">{t.origins[origin]}</span>
      <div>
        <p className="say">
          {words.before}{" "}
          <SettingControl
            key={draft.generation}
            name={name}
            kind={kind}
            value={value}
            days={
              !change && typeof does === "number" && does >= DAY ? Math.round(does / DAY) : null
            }
            disabled={!mayWrite}
            onChange={(next) => draft.set(setting.host, name, next)}
          />
          {/^\w/.test(words.after) && " "}
          {words.after}
          {change && (
            <span className="was">
              {t.was} <s>{valueWords(texts, locale, name, setting.value)}</s>
              {change.value === null && ` ${t.takenOut}`}
            </span>
          )}
          {change && mayWrite && (
            <Tool
              icon="x"
              label={`${t.takeBack}: ${words.label}`}
              onClick={() => draft.drop(setting.host, name)}
            />
          )}
          {!change && mayWrite && setting.line?.ours && setting.origin === "here" && (
            <Tool
              icon="trash"
              label={`${t.inherit}: ${words.label}`}
              onClick={() => draft.set(setting.host, name, null)}
            />
          )}
        </p>
        <SettingNotes setting={setting} name={name} {...rest} />
      </div>
    </div>
  );
}
