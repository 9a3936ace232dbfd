"use client";

import { Command } from "cmdk";
import { useMemo, useState } from "react";
import { useNow } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { useText } from "@/components/use-text";
import { formatOffset, zoneOffset } from "@/lib/format/zone";
import { zoneNames } from "@/lib/format/zone-names";
import { fits } from "./fits";

type Props = {
  /** Only the arrow: a named zone stands before it. */
  bare: boolean;
  onChoose: (zone: string) => void;
};

export function ZoneSearch({ bare, onChoose }: Props) {
  const text = useText().frame.zone;
  const [open, setOpen] = useState(false);
  const choose = (zone: string) => {
    setOpen(false);
    onChoose(zone);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={text.chooseOther}
      className="zones"
      trigger={
        <button type="button" aria-label={text.chooseOther} title={text.chooseOther}>
          {!bare && text.other}
          <Icon name="down" />
        </button>
      }
    >
      <ZoneList onChoose={choose} />
    </Popover>
  );
}

function ZoneList({ onChoose }: { onChoose: (zone: string) => void }) {
  const text = useText().frame.zone;
  const now = useNow();
  const zones = useMemo(() => zoneNames(), []);
  return (
    <Command
      label={text.chooseOther}
      filter={(_zone, typed, names) => fits(names ?? [], typed)}
      loop
    >
      <div className="find">
        <Icon name="globe" />
        <Command.Input placeholder={text.filter} autoFocus />
      </div>
      <Command.List className="choices" label={text.chooseOther}>
        <Command.Empty>{text.none}</Command.Empty>
        {zones.map(({ zone, formerly }) => (
          <Command.Item
            key={zone}
            value={zone}
            keywords={[zone, formerly ?? ""].map((name) => name.replaceAll(/[_/]/g, " "))}
            onSelect={() => onChoose(zone)}
          >
            <span className="words">{zone.replaceAll("_", " ")}</span>
            <span className="end mono">{formatOffset(zoneOffset(now, zone))}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
