"use client";

import { useChangePreferences, usePreferences } from "@/components/preferences";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from "@/components/ui/menu";
import { useText } from "@/components/use-text";
import { LOCALES } from "@/lib/format/locale";
import { DENSITIES, THEMES } from "@/lib/i18n/preferences";
import { useShell } from "./shell-context";
import { leave } from "./sign-out";
import type { ShellOperator } from "./types";

/** `judith.aberg` → `ja`, `admin` → `ad`. */
export function initials(name: string): string {
  const [first = "", second] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return second ? `${[...first][0]}${[...second][0]}` : [...first].slice(0, 2).join("");
}

export function OperatorMenu({ operator }: { operator: ShellOperator }) {
  const text = useText().frame;
  const { theme, density, locale } = usePreferences();
  const change = useChangePreferences();
  const { setFloating } = useShell();
  const roles = operator.roles.map((role) => text.roles[role]).join(", ");
  const label = text.operator.menu(operator.name, roles);
  return (
    <Menu
      trigger={
        <button type="button" className="me" aria-label={label} title={label}>
          {initials(operator.name)}
        </button>
      }
    >
      <MenuLabel>
        {text.operator.signedInAs} <b>{operator.name}</b>, {roles}
      </MenuLabel>
      <MenuLine />
      <MenuChoice
        label={text.theme.label}
        value={theme}
        options={THEMES.map((value) => ({ value, label: text.theme[value] }))}
        onValueChange={(value) => change({ theme: value })}
      />
      <MenuChoice
        label={text.density.label}
        value={density}
        options={DENSITIES.map((value) => ({ value, label: text.density[value] }))}
        onValueChange={(value) => change({ density: value })}
      />
      <MenuChoice
        label={text.language.label}
        value={locale}
        options={LOCALES.map((value) => ({ value, label: text.language[value] }))}
        onValueChange={(value) => change({ locale: value })}
      />
      <MenuLine />
      <MenuItem icon="keys" end="?" onSelect={() => setFloating("keys")}>
        {text.operator.keys}
      </MenuItem>
      <MenuItem icon="out" onSelect={leave}>
        {text.operator.signOut}
      </MenuItem>
    </Menu>
  );
}
