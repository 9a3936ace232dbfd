import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = { label: string; className?: string; children: ReactNode };

/** A table wider than a phone scrolls by itself, with the keyboard, too. */
export function ScrollBox({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a group of fields, but what scrolls
    <div
      role="group"
      className={cn("scroll", className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </div>
  );
}
