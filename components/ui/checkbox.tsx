import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, ...rest }: Props) {
  return (
    <label className="tick">
      <input {...rest} type="checkbox" />
      <span>{label}</span>
      {hint && <span className="cap">{hint}</span>}
    </label>
  );
}
