"use client";

import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { Crumbs } from "./crumbs";
import { HostSwitch } from "./host-switch";
import { OperatorMenu } from "./operator-menu";
import { ReadingChip } from "./reading-chip";
import { useShell } from "./shell-context";
import { ThemeSwitch } from "./theme-switch";
import type { EndReading, ShellHost, ShellOperator, ShellReading } from "./types";
import { ZoneLens } from "./zone-lens";

type Props = {
  operator: ShellOperator;
  hosts: readonly ShellHost[];
  readings: readonly ShellReading[];
  onEndReading: EndReading;
  /** Search, once there is one. */
  search?: ReactNode;
};

export function TopBar({ operator, hosts, readings, onEndReading, search }: Props) {
  const text = useText().frame;
  const { setFloating } = useShell();
  return (
    <header className="top">
      <Tool
        icon="menu"
        label={text.openMenu}
        className="burger"
        onClick={() => setFloating("drawer")}
      />
      <Crumbs />
      <HostSwitch hosts={hosts} className="only-lg" />
      <ZoneLens className="only-md" />
      <ReadingChip readings={readings} onEnd={onEndReading} />
      <span className="sep only-md" />
      {search}
      <Tool
        icon="search"
        label={text.palette.open}
        title={text.palette.open}
        onClick={() => setFloating("palette")}
      >
        <span className="only-md">
          <Kbd>Ctrl K</Kbd>
        </span>
      </Tool>
      <ThemeSwitch className="only-sm" />
      <OperatorMenu operator={operator} />
    </header>
  );
}
