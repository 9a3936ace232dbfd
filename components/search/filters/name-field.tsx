"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId } from "react";
import { Field } from "@/components/ui/field";
import { findOwnersQuery } from "../find-owners";

type Props = {
  label: string;
  hint: string;
  error?: string | null;
  value: string;
  onValue: (value: string) => void;
  /** Offered besides people and rooms. */
  others?: readonly string[];
};

/** An address, with those that the archive knows offered as one types. */
export function NameField({ label, hint, error, value, onValue, others = [] }: Props) {
  const id = useId();
  const filter = useDeferredValue(value.trim());
  const { data = [] } = useQuery({
    ...findOwnersQuery(filter),
    enabled: filter !== "",
    placeholderData: (before) => before,
  });
  return (
    <>
      <Field
        label={label}
        hint={hint}
        error={error}
        value={value}
        list={id}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onValue(event.target.value)}
      />
      <datalist id={id}>
        {others.map((it) => (
          <option key={it} value={it} />
        ))}
        {data.map(({ jid, name, store }) => (
          <option key={`${jid} ${store}`} value={jid}>
            {name ?? jid}
          </option>
        ))}
      </datalist>
    </>
  );
}
