"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { DiskSizes, Forecast } from "@/lib/storage/views";
import { CountedPart } from "../frame/counted-part";
import { ChartBones } from "../storage-bones";
import { diskQuery } from "../storage-queries";
import type { StorageAddress } from "../use-storage-address";
import { SizeFrame } from "./size-frame";
import { useDiskModel } from "./use-disk-model";

type Props = { zone: string; forecast: Forecast | null; address: StorageAddress };

/** How big the database was on disk, is and will be. */
export function DiskOverTime({ zone, forecast, address }: Props) {
  const { from, to } = address;
  const sizes = useQuery({ ...diskQuery({ from, to, zone }), placeholderData: keepPreviousData });
  return (
    <CountedPart query={sizes} bones={<ChartBones height={280} />}>
      {(data) => (
        <Picture sizes={data} forecast={to === null ? forecast : null} address={address} />
      )}
    </CountedPart>
  );
}

type PictureProps = { sizes: DiskSizes; forecast: Forecast | null; address: StorageAddress };

function Picture({ sizes, forecast, address }: PictureProps) {
  const model = useDiskModel(sizes, forecast);
  return (
    <SizeFrame model={model} zone={sizes.zone} address={address} fileName="muniment-size-on-disk" />
  );
}
