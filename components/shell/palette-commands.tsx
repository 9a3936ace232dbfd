"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useChangePreferences, usePreferences } from "@/components/preferences";
import { Icon, type IconName } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { LOCALES } from "@/lib/format/locale";
import { DENSITIES, THEMES } from "@/lib/i18n/preferences";
import { NOUNS } from "./noun-list";
import { useShell } from "./shell-context";
import { leave } from "./sign-out";
import type { ShellOperator } from "./types";
import { browserZone } from "./zone-lens";

type Props = { operator: ShellOperator; close: () => void };

export function PaletteCommands({ operator, close }: Props) {
  const text = useText().frame;
  const router = useRouter();
  const change = useChangePreferences();
  const { setFloating } = useShell();
  const { namedZone } = usePreferences();
  const nouns = NOUNS.filter((noun) => operator.permissions.includes(noun.permission));
  const look = (patch: Parameters<typeof change>[0]) => {
    change(patch);
    close();
  };
  return (
    <>
      <Command.Group heading={text.palette.goTo}>
        {nouns.map((noun) => (
          <Line
            key={noun.name}
            icon={noun.icon}
            label={text.nouns[noun.name]}
            run={() => {
              close();
              router.push(noun.href);
            }}
          />
        ))}
      </Command.Group>
      <Command.Group heading={text.palette.zone}>
        <Line
          icon="globe"
          label={text.palette.zoneTo("UTC")}
          run={() => look({ lens: "utc", zone: "UTC" })}
        />
        <Line
          icon="globe"
          label={`${text.palette.zoneTo(browserZone())} (${text.zone.mine})`}
          run={() => look({ lens: "mine", zone: browserZone() })}
        />
        {namedZone && (
          <Line
            icon="globe"
            label={text.palette.zoneTo(namedZone)}
            run={() => look({ lens: "named", zone: namedZone })}
          />
        )}
      </Command.Group>
      <Command.Group heading={text.palette.settings}>
        {THEMES.map((theme) => (
          <Line
            key={theme}
            icon="theme"
            label={text.palette.theme(text.theme[theme])}
            run={() => look({ theme })}
          />
        ))}
        {DENSITIES.map((density) => (
          <Line
            key={density}
            icon="rows"
            label={text.palette.density(text.density[density])}
            run={() => look({ density })}
          />
        ))}
        {LOCALES.map((locale) => (
          <Line
            key={locale}
            icon="globe"
            label={text.palette.language(text.language[locale])}
            run={() => look({ locale })}
          />
        ))}
      </Command.Group>
      <Command.Group heading={text.palette.session}>
        <Line icon="keys" label={text.palette.keys} run={() => setFloating("keys")} />
        <Line icon="out" label={text.operator.signOut} run={leave} />
      </Command.Group>
    </>
  );
}

function Line({ icon, label, run }: { icon: IconName; label: string; run: () => void }) {
  return (
    <Command.Item value={label} onSelect={run}>
      <Icon name={icon} />
      <span className="words">{label}</span>
    </Command.Item>
  );
}
