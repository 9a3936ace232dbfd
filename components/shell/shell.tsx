"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useChangePreferences, usePreferences } from "@/components/preferences";
import { cn } from "@/components/ui/cn";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { Drawer } from "./drawer";
import { KeysDialog } from "./keys-dialog";
import { Nouns } from "./nouns";
import { Palette } from "./palette";
import { ShellProvider, useShell } from "./shell-context";
import { TopBar } from "./top-bar";
import type {
  CancelJob,
  EndReading,
  FootState,
  ShellHost,
  ShellOperator,
  ShellReading,
} from "./types";
import { focusFilter, focusSearch, useShortcuts } from "./use-shortcuts";

type Props = {
  operator: ShellOperator;
  hosts: readonly ShellHost[];
  readings: readonly ShellReading[];
  foot: FootState | null;
  onEndReading: EndReading;
  onCancelJob: CancelJob;
  children: ReactNode;
};

/** Around every page behind the sign-in: nouns left, top bar, the page, and what floats over them. */
export function Shell(props: Props) {
  return (
    <ShellProvider>
      <Frame {...props} />
    </ShellProvider>
  );
}

function Frame({ operator, hosts, readings, foot, onEndReading, onCancelJob, children }: Props) {
  const text = useText().frame;
  const { rail } = usePreferences();
  const change = useChangePreferences();
  const router = useRouter();
  const { floating, setFloating } = useShell();
  useShortcuts({
    palette: () => setFloating(floating === "palette" ? null : "palette"),
    keys: () => setFloating("keys"),
    search: () => {
      if (focusSearch()) return;
      if (operator.permissions.includes("search.metadata")) router.push("/search" as Route);
      else focusFilter();
    },
    filter: focusFilter,
    rail: () => change({ rail: !rail }),
  });
  const fold = (
    <Tool
      icon={rail ? "unfold" : "fold"}
      label={rail ? text.unfold : text.fold}
      title={rail ? text.unfold : text.fold}
      words={!rail}
      aria-expanded={!rail}
      onClick={() => change({ rail: !rail })}
    />
  );
  return (
    <>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <div className={cn("frame", rail && "rail")}>
        <Nouns operator={operator} foot={foot} tools={fold} />
        <TopBar
          operator={operator}
          hosts={hosts}
          readings={readings}
          onEndReading={onEndReading}
          onCancelJob={onCancelJob}
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Drawer operator={operator} hosts={hosts} foot={foot} />
      <Palette operator={operator} />
      <KeysDialog />
    </>
  );
}
