import type { ReactNode } from "react";
import { cn } from "./cn";

export type Fact = { name: ReactNode; value: ReactNode; key?: string };

type Props = { facts: readonly (Fact | null | false)[]; className?: string };

/** Names left, values right. Falsy facts are left out, so conditions read in line. */
export function Facts({ facts, className }: Props) {
  return (
    <dl className={cn("facts", className)}>
      {facts.map((fact, index) =>
        fact ? <FactLine key={fact.key ?? keyOf(fact.name, index)} fact={fact} /> : null,
      )}
    </dl>
  );
}

function keyOf(name: ReactNode, index: number): string {
  return typeof name === "string" ? name : String(index);
}

function FactLine({ fact }: { fact: Fact }) {
  return (
    <>
      <dt>{fact.name}</dt>
      <dd>{fact.value}</dd>
    </>
  );
}
