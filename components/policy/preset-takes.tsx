"use client";

import { Button } from "@/components/ui/button";
import { useText } from "@/components/use-text";
import { PRESET_NAMES, type PresetName } from "@/lib/policy/presets";

type Props = {
  /** Ticked settings, and of how many. */
  taken: number;
  all: number;
  onTickAll: (on: boolean) => void;
  onTake: (preset: PresetName) => void;
};

/** Under the comparison: all or none of the settings, and a button for each preset. */
export function PresetTakes({ taken, all, onTickAll, onTake }: Props) {
  const t = useText().policy.presets;
  const inPart = taken < all;
  return (
    <tr className="ft">
      <td colSpan={3}>
        <Button small onClick={() => onTickAll(inPart)}>
          {inPart ? t.tickAll : t.tickNone}
        </Button>
      </td>
      {PRESET_NAMES.map((it) => (
        <td key={it}>
          <Button
            small
            aria-label={inPart ? t.takePart(t.names[it]) : t.take(t.names[it])}
            disabled={taken === 0}
            onClick={() => onTake(it)}
          >
            {inPart ? t.takePartShort(taken) : t.takeShort}
          </Button>
        </td>
      ))}
    </tr>
  );
}
