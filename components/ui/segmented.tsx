"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type Props<T extends string> = {
  /** What is chosen, said to screen readers. */
  label: string;
  value: T;
  options: readonly { value: T; label: ReactNode }[];
  onValueChange: (value: T) => void;
  className?: string;
};

/** One of two to four, all visible. Radio buttons underneath: arrow keys move and choose. */
export function Segmented<T extends string>(props: Props<T>) {
  const { label, value, options, onValueChange, className } = props;
  const name = useId();
  return (
    <fieldset className={cn("seg", className)}>
      <legend className="vh">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
