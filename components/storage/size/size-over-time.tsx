"use client";

import type { Forecast, Growth } from "@/lib/storage/views";
import type { StorageAddress } from "../use-storage-address";
import { SizeFrame } from "./size-frame";
import { useSizeModel } from "./use-size-model";

type Props = { growth: Growth; forecast: Forecast | null; address: StorageAddress };

/** How big the archive was, is and will be, in rows or bytes of stanzas. */
export function SizeOverTime({ growth, forecast, address }: Props) {
  const { unit } = address;
  const model = useSizeModel(growth, forecast, unit, address.to !== null);
  return (
    <SizeFrame
      model={model}
      zone={growth.zone}
      address={address}
      fileName={`muniment-size-${unit}-by-${growth.split}`}
    />
  );
}
