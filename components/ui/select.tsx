"use client";

import { type ComponentProps, useId } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";

type Props = Omit<ComponentProps<"select">, "onChange" | "children"> & {
  label: string;
  /** The label is said, not shown. */
  bare?: boolean;
  small?: boolean;
  options: readonly { value: string; label: string; disabled?: boolean }[];
  onValueChange?: (value: string) => void;
};

/** The browser's own list: it works with every keyboard, screen reader and phone. */
export function Select({ label, bare, small, options, onValueChange, className, ...rest }: Props) {
  const made = useId();
  const id = rest.id ?? made;
  const list = (
    <span className={cn("pick", small && "s", className)}>
      <select
        {...rest}
        id={id}
        aria-label={bare ? label : undefined}
        onChange={(event) => onValueChange?.(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
  if (bare) return list;
  return (
    <div className="labelled">
      <label className="name" htmlFor={id}>
        {label}
      </label>
      {list}
    </div>
  );
}
