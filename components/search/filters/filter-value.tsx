"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useText } from "@/components/use-text";
import { HAS, IS } from "@/lib/search/language/query";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { OPERATORS } from "../operators";
import type { FilterName } from "./filter-choices";
import { NameField } from "./name-field";

type Props = {
  name: FilterName;
  value: string;
  onValue: (value: string) => void;
  hosts: readonly string[];
};

export function FilterValue({ name, value, onValue, hosts }: Props) {
  const { search, archive } = useText();
  const t = search.filter;
  const kind =
    name === "words" || name === "phrase" || name === "prefix" ? "piece" : OPERATORS[name];
  const choice = (options: readonly { value: string; label: string }[]) => (
    <Select
      label={t.choose}
      value={value}
      onValueChange={onValue}
      options={[{ value: "", label: "–", disabled: true }, ...options]}
    />
  );
  switch (kind) {
    case "name":
    case "place":
      return (
        <NameField
          label={t.name}
          hint={t.nameHint}
          value={value}
          onValue={onValue}
          others={kind === "place" ? hosts : []}
        />
      );
    case "host":
      return choice(hosts.map((it) => ({ value: it, label: it })));
    case "kind":
      return choice(MESSAGE_KINDS.map((it) => ({ value: it, label: archive.kinds[it] })));
    case "has":
      return choice(HAS.map((it) => ({ value: it, label: search.values.has[it] })));
    case "is":
      return choice(IS.map((it) => ({ value: it, label: search.values.is[it] })));
    case "moment":
    case "day":
    case "month":
      return (
        <Field
          label={kind === "month" ? t.month : t.day}
          type={kind === "month" ? "month" : "date"}
          min={kind === "month" ? "1999-01" : "1999-01-01"}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      );
    default:
      return (
        <Field
          label={t.value}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onValue(event.target.value)}
        />
      );
  }
}
