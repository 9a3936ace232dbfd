"use client";

import { Command } from "cmdk";
import { Icon, type IconName } from "@/components/ui/icon";

type Props = { icon: IconName; label: string; run: () => void };

export function PaletteLine({ icon, label, run }: Props) {
  return (
    <Command.Item value={label} onSelect={run}>
      <Icon name={icon} />
      <span className="words">{label}</span>
    </Command.Item>
  );
}
