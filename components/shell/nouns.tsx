"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { Brand } from "./brand";
import { Foot } from "./foot";
import { NOUN_GROUPS, type Noun } from "./noun-list";
import type { FootState, ShellOperator } from "./types";

type Props = {
  operator: ShellOperator;
  foot: FootState | null;
  /** Under the nouns: what the top bar has no room for, in the drawer. */
  more?: ReactNode;
  /** Above the foot: the fold button. */
  tools?: ReactNode;
  /** After a noun was chosen, also the one that is shown: the drawer closes. */
  onGo?: () => void;
};

/** Only nouns that work and that the operator may open. */
export function Nouns({ operator, foot, more, tools, onGo }: Props) {
  const text = useText().frame;
  const groups = NOUN_GROUPS.map((group) =>
    group.filter((noun) => operator.permissions.includes(noun.permission)),
  ).filter((group) => group.length > 0);
  return (
    <nav className="nouns" aria-label={text.main}>
      <Brand name={text.product} />
      {groups.map((group) => (
        <ul key={group[0]?.name} className="list">
          {group.map((noun) => (
            <NounLink
              key={noun.name}
              noun={noun}
              label={text.nouns[noun.name]}
              count={noun.name === "approvals" ? operator.toDecide : 0}
              onGo={onGo}
            />
          ))}
        </ul>
      ))}
      {more}
      <div className="end">
        {tools}
        {foot && <Foot state={foot} />}
      </div>
    </nav>
  );
}

type LinkProps = { noun: Noun; label: string; count: number; onGo?: () => void };

/** With how many things wait there for this operator. */
function NounLink({ noun, label, count, onGo }: LinkProps) {
  const pathname = usePathname();
  const here =
    pathname === noun.href || (noun.href !== "/" && pathname.startsWith(`${noun.href}/`));
  return (
    <li>
      <Link
        href={noun.href}
        title={label}
        prefetch={false}
        onClick={onGo}
        aria-current={here ? (pathname === noun.href ? "page" : "true") : undefined}
      >
        <Icon name={noun.icon} />
        <span>{label}</span>
        {count > 0 && <span className="n">{count}</span>}
      </Link>
    </li>
  );
}
