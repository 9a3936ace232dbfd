"use client";

import { useState } from "react";
import { usePreferences } from "@/components/preferences";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { OptionName } from "@/lib/i18n/en/options";
import type { PolicyChange } from "@/lib/policy/change";
import { PRESET_NAMES, PRESETS, type PresetName } from "@/lib/policy/presets";
import type { SettingView } from "@/lib/policy/views";
import { DeletedRows } from "./deleted-rows";
import { PresetTakes } from "./preset-takes";
import type { Draft } from "./use-draft";
import { doesWords, valueWords } from "./value-words";

type Props = { host: string; settings: readonly SettingView[]; draft: Draft; mayWrite: boolean };

/** Today, the draft and three presets side by side; each can be taken into the draft, whole or the ticked settings. */
export function Presets({ host, settings, draft, mayWrite }: Props) {
  const texts = useText();
  const { locale } = usePreferences();
  const t = texts.policy.presets;
  const names = PRESETS.privacy.map((it) => it.name);
  const [left, setLeft] = useState<readonly OptionName[]>([]);
  const taken = names.filter((name) => !left.includes(name));
  const isTaken = (name: string) => taken.some((it) => it === name);
  const tick = (name: OptionName, on: boolean) =>
    setLeft(on ? left.filter((it) => it !== name) : [...left, name]);
  const take = (preset: PresetName) =>
    draft.replace([
      ...draft.changes.filter((it) => it.host !== host || !isTaken(it.name)),
      ...changesOf(preset, host, taken),
    ]);
  const rows = names.map((name) => {
    const setting = settings.find((it) => it.host === host && it.name === name);
    const words = (value: SettingView["value"]) => valueWords(texts, locale, name, value);
    const does = setting?.meaning?.does;
    const now = does === undefined ? words(setting?.value) : doesWords(texts.policy, does);
    const change = draft.find(host, name);
    const drafted = change ? words(change.value as SettingView["value"]) : now;
    return { name, now, drafted, changed: change !== null, words };
  });
  return (
    <div className="cmp">
      <div className="head">
        <h2 className="h2">{t.title}</h2>
        <span className="cap">{host === "*" ? t.note : host}</span>
      </div>
      <ScrollBox label={t.title}>
        <table className="t pre">
          <thead>
            <tr>
              <th scope="col">{t.setting}</th>
              <th scope="col">{t.now}</th>
              <th scope="col" className="me2">
                {t.draft}
              </th>
              {PRESET_NAMES.map((it) => (
                <th scope="col" key={it}>
                  {t.names[it]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, now, drafted, changed, words }) => (
              <tr key={name}>
                <th scope="row">
                  {mayWrite ? (
                    <Checkbox
                      label={texts.options[name].label}
                      title={t.part}
                      checked={isTaken(name)}
                      onChange={({ target }) => tick(name, target.checked)}
                    />
                  ) : (
                    texts.options[name].label
                  )}
                </th>
                <td>{now}</td>
                <td className={cn("me2", changed && "df")}>{drafted}</td>
                {PRESET_NAMES.map((it) => (
                  <td key={it} className={cn(mayWrite && !isTaken(name) && "out")}>
                    {words(
                      PRESETS[it].find((one) => one.name === name)?.value as SettingView["value"],
                    )}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t.compression}</th>
              <td colSpan={5} className="no">
                {t.compressionNote}
              </td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.deleted}</th>
              <td>–</td>
              <td className="me2">
                <DeletedRows changes={draft.changes} />
              </td>
              {PRESET_NAMES.map((it) => (
                <td key={it}>
                  <DeletedRows changes={changesOf(it, host, taken)} />
                </td>
              ))}
            </tr>
            {mayWrite && (
              <PresetTakes
                taken={taken.length}
                all={names.length}
                onTickAll={(on) => setLeft(on ? [] : names)}
                onTake={take}
              />
            )}
          </tfoot>
        </table>
      </ScrollBox>
    </div>
  );
}

const changesOf = (
  preset: PresetName,
  host: string,
  taken: readonly OptionName[],
): PolicyChange[] =>
  PRESETS[preset].flatMap(({ name, value }) =>
    taken.includes(name) ? [{ host, name, value }] : [],
  );
