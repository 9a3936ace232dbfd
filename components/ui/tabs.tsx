"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

type Props<T extends string> = {
  label: string;
  tabs: readonly { value: T; label: ReactNode; content: ReactNode }[];
  value?: T;
  defaultValue?: T;
  onValueChange?: (value: T) => void;
  /** `seg` for a small switch inside a section. */
  look?: "tabs" | "seg";
};

/** Views of one thing in one page. Views with an address of their own are links in `nav.tabs`. */
export function Tabs<T extends string>(props: Props<T>) {
  const { label, tabs, value, defaultValue, onValueChange, look = "tabs" } = props;
  return (
    <Radix.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={(next) => onValueChange?.(next as T)}
    >
      <Radix.List className={look} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
