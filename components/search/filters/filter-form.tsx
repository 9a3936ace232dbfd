"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { termOf } from "../operators";
import { type FilterName, mayBeWithout, wordTerm } from "./filter-choices";
import { filterTitle } from "./filter-title";
import { FilterValue } from "./filter-value";

type Props = {
  name: FilterName;
  hosts: readonly string[];
  onAdd: (term: string) => void;
  onBack: () => void;
};

/** The value of one filter, with the control that suits it. */
export function FilterForm({ name, hosts, onAdd, onBack }: Props) {
  const t = useText().search;
  const [value, setValue] = useState("");
  const [without, setWithout] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === "") return;
    onAdd(
      name === "words" || name === "phrase" || name === "prefix"
        ? wordTerm(name, value, without)
        : termOf(name, value, without),
    );
  };
  return (
    <form ref={form} onSubmit={submit} className="grid gap-3">
      <div className="row">
        <Tool icon="left" label={t.filter.back} title={t.filter.back} onClick={onBack} />
        <h2 className="h2">{filterTitle(t, name)}</h2>
      </div>
      <FilterValue name={name} value={value} onValue={setValue} hosts={hosts} />
      {mayBeWithout(name) && (
        <Checkbox
          label={t.filter.without}
          checked={without}
          onChange={(event) => setWithout(event.target.checked)}
        />
      )}
      <div className="row">
        <Button type="submit" tone="first" small aria-disabled={value.trim() === "" || undefined}>
          {t.filter.act}
        </Button>
      </div>
    </form>
  );
}
