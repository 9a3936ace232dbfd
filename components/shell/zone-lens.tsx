"use client";

import { useEffect, useId } from "react";
import { browserZone } from "@/components/browser-zone";
import { useChangePreferences, usePreferences } from "@/components/preferences";
import { cn } from "@/components/ui/cn";
import { useText } from "@/components/use-text";
import { zoneCity } from "@/lib/format/zone";
import { ZoneSearch } from "./zone-search";

/** All times on the page through one lens: UTC, the operator's own zone, or a named one. */
export function ZoneLens({ className }: { className?: string }) {
  const text = useText().frame.zone;
  const name = useId();
  const { lens, zone, namedZone } = usePreferences();
  const change = useChangePreferences();

  // "Mine" is where the browser is now: somebody who travelled gets the new zone by themselves.
  useEffect(() => {
    if (lens === "mine" && zone !== browserZone()) change({ zone: browserZone() });
  }, [lens, zone, change]);

  const choices: { value: typeof lens; label: string; zone: string | null }[] = [
    { value: "utc", label: text.utc, zone: "UTC" },
    { value: "mine", label: text.mine, zone: null },
    ...(namedZone
      ? [{ value: "named" as const, label: zoneCity(namedZone), zone: namedZone }]
      : []),
  ];
  return (
    <div className={cn("lens", className)}>
      <fieldset className="contents">
        <legend className="vh">{text.legend}</legend>
        {choices.map((choice) => (
          <label key={choice.value} title={choice.zone ?? undefined}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={lens === choice.value}
              onChange={() => change({ lens: choice.value, zone: choice.zone ?? browserZone() })}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <ZoneSearch
        bare={namedZone !== null}
        onChoose={(chosen) => change({ lens: "named", zone: chosen })}
      />
    </div>
  );
}
