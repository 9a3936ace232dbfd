"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/use-text";
import { cn } from "./cn";
import { Icon } from "./icon";

type Props = {
  /** Quiet word before the value: `host`. */
  name?: ReactNode;
  children: ReactNode;
  /** Shows a cross; said as "Close" with `removeLabel`. */
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
};

export function Chip({ name, children, onRemove, removeLabel, className }: Props) {
  const text = useText().ui;
  return (
    <span className={cn("chip", className)}>
      {name}
      <b>{children}</b>
      {onRemove && (
        <button type="button" onClick={onRemove} aria-label={removeLabel ?? text.close}>
          <Icon name="x" />
        </button>
      )}
    </span>
  );
}
