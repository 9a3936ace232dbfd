"use client";

import { ChartFrame } from "@/components/charts/frame/chart-frame";
import { TreeMap } from "@/components/charts/tree/tree-map";
import { useText } from "@/components/use-text";
import { formatCompact } from "@/lib/format/compact";
import type { OwnersBySize } from "@/lib/storage/views";
import { useFigures } from "../frame/use-figures";
import type { StorageAddress } from "../use-storage-address";
import { leafName, leafTip, leavesTwin } from "./leaf-words";
import { countOwners, leavesOf } from "./leaves";

const HEIGHT = 256;

type Props = { view: OwnersBySize; address: StorageAddress; onOpen: (jid: string) => void };

/** Who takes how much of the archive, at a glance. */
export function WhoseRows({ view, address, onOpen }: Props) {
  const { storage, charts } = useText();
  const t = storage.owners;
  const { unit, twin } = address;
  const figures = useFigures();
  const leaves = leavesOf(view, unit, {
    people: t.morePeople,
    rooms: t.moreRooms,
    value: (of, amount) =>
      of === "bytes" ? figures.value("bytes", amount) : formatCompact(amount, figures.locale),
  });
  const first = leaves[0];
  if (!first) return <p className="note">{t.none}</p>;
  const { people, rooms } = countOwners(view);
  const open = (index: number) => {
    const leaf = leaves[index];
    if (leaf?.owner) onOpen(leaf.key);
  };
  return (
    <ChartFrame
      title={t.treeTitle}
      summary={`${t.treeNote} ${t.summary(leafName(first), first.value, t.count(people, rooms))}`}
      legend={[
        { label: t.person, ink: "var(--data-1)" },
        { label: t.room, ink: "var(--data-2)" },
        { label: t.theRest, ink: "var(--heat-1)" },
      ]}
      twin={leavesTwin(leaves, figures, t)}
      height={HEIGHT}
      fileName={`muniment-owners-${unit}`}
      {...twin("owners")}
    >
      <TreeMap
        leaves={leaves}
        height={HEIGHT}
        label={`${t.treeTitle}. ${charts.walkAndOpen}`}
        tip={(index) => leafTip(leaves[index] ?? first, figures, t)}
        onEnter={open}
      />
    </ChartFrame>
  );
}
