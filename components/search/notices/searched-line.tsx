"use client";

import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { WiderReading } from "./wider-reading";

type Props = Omit<ComponentProps<typeof WiderReading>, "children"> & {
  /** false: what stands below offers the wider reading already. */
  widens: boolean;
};

/** What was really searched: silence about the rest is no absence. Whoever may, opens more from here. */
export function SearchedLine({ widens, ...props }: Props) {
  const { search, frame } = useText();
  const t = search.searched;
  const { readings } = props.searched;
  const all = readings?.some((it) => it.host === null) ?? false;
  const names = readings?.map(({ host, user }) =>
    host === null
      ? frame.reading.everything
      : user === null
        ? t.everybodyOf(host)
        : `${user}@${host}`,
  );
  return (
    <p className="scope cap">
      <Icon name={readings ? "eye" : "closed"} />
      <span>
        {readings === null && t.metadata}
        {readings !== null && all && t.everything}
        {readings !== null && !all && (
          <bdi>
            {t.only([...new Set(names)].join(", "))} {t.outside}
          </bdi>
        )}
        {(widens || readings === null) && (
          <WiderReading {...props}>
            {(label, ask) => (
              <button type="button" className="link noprint" onClick={ask}>
                <bdi>{label}</bdi>
              </button>
            )}
          </WiderReading>
        )}
      </span>
    </p>
  );
}
