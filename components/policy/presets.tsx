"use client";

import { useQuery } from "@tanstack/react-query";
import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Num } from "@/components/ui/num";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useText } from "@/components/use-text";
import type { PolicyChange } from "@/lib/policy/change";
import { PRESET_NAMES, PRESETS, type PresetName } from "@/lib/policy/presets";
import type { SettingView } from "@/lib/policy/views";
import { previewQuery } from "./policy-queries";
import type { Draft } from "./use-draft";
import { doesWords, valueWords } from "./value-words";

type Props = { host: string; settings: readonly SettingView[]; draft: Draft; mayWrite: boolean };

/** Today, the draft and three presets side by side; each can be taken into the draft. */
export function Presets({ host, settings, draft, mayWrite }: Props) {
  const texts = useText();
  const { locale } = usePreferences();
  const t = texts.policy.presets;
  const names = PRESETS.privacy.map((it) => it.name);
  const take = (preset: PresetName) =>
    draft.replace([
      ...draft.changes.filter((it) => it.host !== host || !names.some((name) => name === it.name)),
      ...changesOf(preset, host),
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
                <th scope="row">{texts.options[name].label}</th>
                <td>{now}</td>
                <td className={cn("me2", changed && "df")}>{drafted}</td>
                {PRESET_NAMES.map((it) => (
                  <td key={it}>
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
                <Deleted changes={draft.changes} />
              </td>
              {PRESET_NAMES.map((it) => (
                <td key={it}>
                  <Deleted changes={changesOf(it, host)} />
                </td>
              ))}
            </tr>
            {mayWrite && (
              <tr className="ft">
                <td colSpan={3} className="no" />
                {PRESET_NAMES.map((it) => (
                  <td key={it}>
                    <Button small aria-label={t.take(t.names[it])} onClick={() => take(it)}>
                      {t.takeShort}
                    </Button>
                  </td>
                ))}
              </tr>
            )}
          </tfoot>
        </table>
      </ScrollBox>
    </div>
  );
}

const changesOf = (preset: PresetName, host: string): PolicyChange[] =>
  PRESETS[preset].map((it) => ({ host, name: it.name, value: it.value }));

function Deleted({ changes }: { changes: PolicyChange[] }) {
  const { data } = useQuery(previewQuery(changes));
  return <Num value={data?.blast.state === "ready" ? data.blast.rows : null} />;
}
