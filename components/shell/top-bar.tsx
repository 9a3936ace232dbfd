"use client";

import type { Route } from "next";
import Link from "next/link";
import { JobsChip } from "@/components/jobs/jobs-chip";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { Crumbs } from "./crumbs";
import { HostSwitch } from "./host-switch";
import { OperatorMenu } from "./operator-menu";
import { ReadingChip } from "./reading-chip";
import { useShell } from "./shell-context";
import { ThemeSwitch } from "./theme-switch";
import type { CancelJob, EndReading, ShellHost, ShellOperator, ShellReading } from "./types";
import { ZoneLens } from "./zone-lens";

type Props = {
  operator: ShellOperator;
  hosts: readonly ShellHost[];
  readings: readonly ShellReading[];
  onEndReading: EndReading;
  onCancelJob: CancelJob;
};

export function TopBar({ operator, hosts, readings, onEndReading, onCancelJob }: Props) {
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
      {operator.permissions.includes("storage.read") && (
        <JobsChip
          onCancel={operator.permissions.includes("storage.maintain") ? onCancelJob : null}
        />
      )}
      <span className="sep only-md" />
      {operator.permissions.includes("search.metadata") && (
        <Link
          className="tool"
          href={"/search" as Route}
          prefetch={false}
          aria-label={text.search}
          title={text.search}
        >
          <Icon name="search" />
          <span className="only-md">
            <Kbd>/</Kbd>
          </span>
        </Link>
      )}
      <button
        type="button"
        className="tool only-md"
        aria-label={text.palette.open}
        title={text.palette.open}
        onClick={() => setFloating("palette")}
      >
        <Kbd>Ctrl K</Kbd>
      </button>
      <ThemeSwitch className="only-sm" />
      <OperatorMenu operator={operator} />
    </header>
  );
}
