"use client";

import Link from "next/link";
import { useMemo } from "react";
import { NamesProvider } from "@/components/archive/party";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { HitGroup } from "./group-hits";
import { HitLink } from "./hit-link";
import { HitSetView } from "./hit-set";
import { conversationLink, transcriptLink } from "./transcript-link";

type Props = { group: HitGroup; onOpen: (href: string, rowId: number) => void };

/** One conversation with its hits of this page. */
export function GroupView({ group, onOpen }: Props) {
  const { results } = useText().search;
  const { owner, peer, peerName } = group;
  const names = useMemo(
    () =>
      new Map(
        [
          [owner.jid, owner.isRoom ? null : owner.name] as const,
          [peer ?? "", peerName] as const,
        ].flatMap(([jid, name]) => (jid && name ? [[jid, name] as const] : [])),
      ),
    [owner, peer, peerName],
  );
  const first = group.sets[0]?.lines.find((it) => it.hit)?.line.message.rowId ?? 0;
  const open = transcriptLink(group, first);
  return (
    <section className="g">
      <header>
        <h2 className="gt">
          <Icon name={owner.isRoom ? "room" : "user"} />
          <Link prefetch={false} href={conversationLink(group)}>
            <bdi>{titleOf(group, results)}</bdi>
          </Link>
        </h2>
        <span className="cap">
          <bdi>{placeOf(group, results)}</bdi>
        </span>
        <span className="cap push num">{results.here(group.hits)}</span>
      </header>
      <NamesProvider names={names}>
        {group.sets.map((set, index) => (
          <HitSetView
            key={set.key}
            set={set}
            before={group.sets[index - 1] ?? null}
            group={group}
            onOpen={onOpen}
          />
        ))}
      </NamesProvider>
      <HitLink className="more cap noprint" href={open} onOpen={() => onOpen(open, first)}>
        {results.open}
      </HitLink>
    </section>
  );
}

type Words = ReturnType<typeof useText>["search"]["results"];

function titleOf({ owner, peer, peerName }: HitGroup, t: Words): string {
  const name = owner.name ?? owner.user;
  if (owner.isRoom || peer === null) return name || owner.jid;
  return peer === owner.jid ? t.self(name) : t.with(name, peerName ?? peer.split("@")[0] ?? peer);
}

/** Addresses, because names are what people call themselves. */
function placeOf({ owner, peer }: HitGroup, t: Words): string {
  if (owner.isRoom) return `${t.room}, ${owner.jid}`;
  return peer === null || peer === owner.jid ? owner.jid : `${owner.jid}, ${peer}`;
}
