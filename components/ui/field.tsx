"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type Shared = {
  label: ReactNode;
  /** One quiet line under the field. */
  hint?: ReactNode;
  /** What is wrong with the value; announced when it appears. */
  error?: string | null;
};

type InputProps = Shared & ComponentProps<"input"> & { rows?: undefined };
type TextProps = Shared & ComponentProps<"textarea"> & { rows: number };

/** A labelled field; with `rows` a text area. */
export function Field({ label, hint, error, className, ...rest }: InputProps | TextProps) {
  const made = useId();
  const id = rest.id ?? made;
  const shared = {
    id,
    className: cn("field", className),
    "aria-invalid": error ? true : undefined,
    "aria-describedby": hint || error ? `${id}-note` : undefined,
  };
  return (
    <div className="labelled">
      <label className="name" htmlFor={id}>
        {label}
      </label>
      {rest.rows === undefined ? (
        <input {...rest} {...shared} />
      ) : (
        <textarea {...rest} {...shared} />
      )}
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  );
}

export function FieldNote({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | null;
}) {
  if (error) {
    return (
      <p id={id} className="wrong" role="alert">
        {error}
      </p>
    );
  }
  return hint ? (
    <p id={id} className="cap">
      {hint}
    </p>
  ) : null;
}
