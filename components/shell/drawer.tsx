"use client";

import { Dialog as Radix } from "radix-ui";
import { useText } from "@/components/use-text";
import { HostSwitch } from "./host-switch";
import { Nouns } from "./nouns";
import { useShell } from "./shell-context";
import { ThemeSwitch } from "./theme-switch";
import type { FootState, ShellHost, ShellOperator } from "./types";
import { ZoneLens } from "./zone-lens";

type Props = { operator: ShellOperator; hosts: readonly ShellHost[]; foot: FootState | null };

/** The nouns on a small screen, with what left the top bar. */
export function Drawer({ operator, hosts, foot }: Props) {
  const text = useText().frame;
  const { floating, setFloating } = useShell();
  return (
    <Radix.Root
      open={floating === "drawer"}
      onOpenChange={(open) => setFloating(open ? "drawer" : null)}
    >
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="drawer" aria-describedby={undefined}>
          <Radix.Title className="vh">{text.main}</Radix.Title>
          <Nouns
            operator={operator}
            foot={foot}
            onGo={() => setFloating(null)}
            more={
              <div className="more">
                <HostSwitch hosts={hosts} />
                <ZoneLens />
                <ThemeSwitch words />
              </div>
            }
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
