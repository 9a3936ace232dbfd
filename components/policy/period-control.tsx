"use client";

import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import type { Writable } from "@/lib/prosody/lua-config/literal";
import type { LuaLiteral } from "@/lib/prosody/lua-config/value";
import { MOST_DAYS } from "@/lib/prosody/periods/write";
import { daysIn } from "./value-words";

type Props = {
  label: string;
  value: LuaLiteral | undefined;
  days: number | null;
  disabled: boolean;
  write: (days: number | "never") => Writable;
  onChange: (value: Writable) => void;
};

const ASKED = 365;

/** Days, or never: the only two forms that are written. */
export function PeriodControl({ label, value, days, disabled, write, onChange }: Props) {
  const t = useText().policy;
  const shown = daysIn(value) ?? days;
  const unit = (
    <Select
      bare
      small
      label={`${label}: ${t.unit.of}`}
      value={shown === null ? "never" : "days"}
      disabled={disabled}
      options={[
        { value: "days", label: t.unit.days },
        { value: "never", label: t.unit.never },
      ]}
      onValueChange={(it) => onChange(write(it === "never" ? "never" : ASKED))}
    />
  );
  if (shown === null) return unit;
  return (
    <>
      <input
        className="field in num"
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_DAYS}
        required
        aria-label={label}
        disabled={disabled}
        defaultValue={shown}
        onChange={({ target }) => {
          if (target.validity.valid) onChange(write(Number(target.value)));
        }}
      />{" "}
      {unit}
    </>
  );
}
