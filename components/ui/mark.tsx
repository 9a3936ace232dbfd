import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

export type MarkTone = "held" | "loss" | "sealed" | "fine" | "guess" | "plain";

const ICON: Record<MarkTone, IconName> = {
  held: "hold",
  loss: "fail",
  sealed: "lock",
  fine: "pass",
  guess: "unknown",
  plain: "info",
};

type Props = { tone: MarkTone; icon?: IconName; children: ReactNode; className?: string };

/** A meaning: colour, icon and word, always all three. */
export function Mark({ tone, icon, children, className }: Props) {
  return (
    <span className={cn("mark", tone !== "plain" && tone, className)}>
      <Icon name={icon ?? ICON[tone]} />
      <span>{children}</span>
    </span>
  );
}
