"use client";

import { useId } from "react";
import { useText } from "@/components/use-text";
import type { Expiry } from "@/lib/expiry/views";
import type { OptionName } from "@/lib/i18n/en/options";
import type { Effective, PolicyView, SettingView } from "@/lib/policy/views";
import { theOption } from "@/lib/prosody/options/catalogue";
import type { OptionGroup } from "@/lib/prosody/options/option";
import { SettingRow } from "./setting-row";
import { UnreadSettings } from "./unread-settings";
import type { Draft } from "./use-draft";

const GROUPS: OptionGroup[] = ["long", "whose", "served", "storage"];

type Props = {
  policy: PolicyView;
  host: string;
  draft: Draft;
  mayWrite: boolean;
  effective: Effective | null;
  expiry: readonly Expiry[];
};

const groupOf = (it: SettingView) => theOption(it.name as OptionName).group;

/** All settings of one place, by what they are about. */
export function ScopePanel({ policy, host, ...rest }: Props) {
  const here = policy.settings.filter((it) => it.host === host);
  return (
    <>
      {GROUPS.map((group) => (
        <Group
          key={group}
          group={group}
          settings={here.filter((it) => groupOf(it) === group)}
          version={policy.version}
          {...rest}
        />
      ))}
      <UnreadSettings settings={here.filter((it) => groupOf(it) === "unread")} />
    </>
  );
}

type GroupProps = Omit<Props, "policy" | "host"> & {
  group: OptionGroup;
  settings: SettingView[];
  version: string;
};

function Group({ group, settings, ...rest }: GroupProps) {
  const t = useText().policy;
  const id = useId();
  if (settings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="h2" id={id}>
        {t.groups[group]}
      </h2>
      {settings.map((it) => (
        <SettingRow key={it.name} setting={it} {...rest} />
      ))}
    </section>
  );
}
