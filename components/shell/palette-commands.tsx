"use client";

import { Command } from "cmdk";
import { browserZone } from "@/components/browser-zone";
import { useChangePreferences, usePreferences } from "@/components/preferences";
import { useText } from "@/components/use-text";
import { LOCALES } from "@/lib/format/locale";
import { DENSITIES, THEMES } from "@/lib/i18n/preferences";
import { PaletteLine as Line } from "./palette-line";
import { useShell } from "./shell-context";
import { leave } from "./sign-out";

/** What the frame can do: zone, look, session. */
export function PaletteCommands({ close }: { close: () => void }) {
  const text = useText().frame;
  const change = useChangePreferences();
  const { setFloating } = useShell();
  const { namedZone } = usePreferences();
  const look = (patch: Parameters<typeof change>[0]) => {
    change(patch);
    close();
  };
  return (
    <>
      <Command.Group heading={text.palette.zone}>
        <Line
          icon="globe"
          label={text.palette.zoneTo("UTC")}
          run={() => look({ lens: "utc", zone: "UTC" })}
        />
        <Line
          icon="globe"
          label={text.palette.zoneMine(browserZone())}
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
