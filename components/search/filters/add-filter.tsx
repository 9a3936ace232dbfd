"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { useText } from "@/components/use-text";
import { termOf, withTerm } from "../operators";
import { FILTER_GROUPS, type FilterGroup, type FilterName } from "./filter-choices";
import { FilterForm } from "./filter-form";
import { filterTitle } from "./filter-title";

type Props = {
  text: string;
  onGo: (text: string) => void;
  hosts: readonly string[];
  /** The role searches words; else they are not offered. */
  words: boolean;
};

/** Every filter of the language without knowing its name: what, then its value. */
export function AddFilter({ text, onGo, hosts, words }: Props) {
  const t = useText().search.filter;
  const [open, setOpen] = useState(false);
  const [chosen, choose] = useState<FilterName | null>(null);
  const add = (term: string) => {
    setOpen(false);
    onGo(withTerm(text, term));
  };
  const change = (next: boolean) => {
    if (next) choose(null);
    setOpen(next);
  };
  return (
    <Popover
      open={open}
      onOpenChange={change}
      label={t.title}
      align="start"
      width={360}
      className="addfilter"
      trigger={
        <button type="button" className="tool">
          {t.add}
          <Icon name="down" className="down" />
        </button>
      }
    >
      {chosen ? (
        <FilterForm
          key={chosen}
          name={chosen}
          hosts={hosts}
          onAdd={add}
          onBack={() => choose(null)}
        />
      ) : (
        <FilterList
          words={words}
          onChoose={(name) => (name === "accents" ? add(termOf(name, "exact")) : choose(name))}
        />
      )}
    </Popover>
  );
}

function FilterList({ words, onChoose }: { words: boolean; onChoose: (name: FilterName) => void }) {
  const t = useText().search;
  const groups = (Object.keys(FILTER_GROUPS) as FilterGroup[]).filter(
    (group) => words || group !== "words",
  );
  return (
    <div className="groups">
      {groups.map((group) => (
        <section key={group}>
          <h2 className="h3">{t.filter.groups[group]}</h2>
          <ul>
            {FILTER_GROUPS[group].map((name) => (
              <li key={name}>
                <FilterButton name={name} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function FilterButton({
  name,
  onChoose,
}: {
  name: FilterName;
  onChoose: (name: FilterName) => void;
}) {
  const t = useText().search;
  const note =
    name === "words" || name === "phrase" || name === "prefix"
      ? t.filter.wordHints[name]
      : t.operators[name];
  return (
    <button type="button" onClick={() => onChoose(name)}>
      <span>{filterTitle(t, name)}</span>
      <span className="cap">{note}</span>
    </button>
  );
}
