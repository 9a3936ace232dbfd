"use client";

import { Popover as Radix } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { cn } from "./cn";
import { keepTyping } from "./focus-back";

type Props = {
  /** One element, a button. */
  trigger: ReactNode;
  /** Said to screen readers. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  width?: number;
  children: ReactNode;
  className?: string;
};

export function Popover(props: Props) {
  const { trigger, label, open, onOpenChange, align = "end", width, children, className } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={cn("pop", className)}
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={keepTyping}
          style={width ? ({ "--w": `${width}px` } as CSSProperties) : undefined}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
