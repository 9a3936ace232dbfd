import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

export type FindingTone = "fine" | "held" | "loss" | "guess" | "quiet";

const ICON: Record<FindingTone, IconName> = {
  fine: "pass",
  held: "alert",
  loss: "fail",
  guess: "unknown",
  quiet: "info",
};

type Props = {
  tone: FindingTone;
  /** The fact as a sentence. */
  title: ReactNode;
  /** One line of evidence. */
  children?: ReactNode;
  /** Of the heading; 3 unless told. */
  level?: 2 | 3;
  /** At most one button that leads to the fix. */
  action?: ReactNode;
  className?: string;
};

export function Finding({ tone, title, children, level = 3, action, className }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn("finding ruled", className)}>
      <Icon name={ICON[tone]} className={tone} />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
