import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  /** What it is, said to screen readers: the block can have the focus, because it may scroll. */
  label: string;
  wraps?: boolean;
  children: ReactNode;
  className?: string;
};

/** Spans inside: `t1` tag, `a1` attribute, `v1` value, `p1` punctuation. */
export function Code({ label, wraps, children, className }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <section> keeps no white space
    <pre
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("code", wraps && "wraps", className)}
    >
      {children}
    </pre>
  );
}
