"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  /** What is said; `\n` breaks the line. Never the only place where something is said. */
  tip: ReactNode;
  /** Monospaced, lines kept: times and ids. */
  mono?: boolean;
  side?: "top" | "bottom" | "left" | "right";
  /** One element that can have the focus. */
  children: ReactNode;
};

export function Tooltip({ tip, mono, side = "top", children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={cn("tip", mono && "mono")}
          side={side}
          sideOffset={4}
          collisionPadding={8}
        >
          {tip}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
