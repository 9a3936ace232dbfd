"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePreferences } from "@/components/preferences";
import { PageTitle } from "@/components/ui/page-title";
import { useText } from "@/components/use-text";
import type { Counted } from "@/lib/storage/views";
import { CheckFindings, CheckNote } from "./checks/check-state";
import { DatabasePart } from "./database/database-part";
import { healthQuery } from "./database/database-queries";
import type { RequestMaintenance } from "./database/use-maintenance";
import { CountedPart } from "./frame/counted-part";
import { WhenWritten } from "./heat/when-written";
import { EncryptedShare } from "./kinds/encrypted-share";
import { KindCosts } from "./kinds/kind-costs";
import type { SetLimit } from "./limit/limit-dialog";
import { StorageLimit } from "./limit/storage-limit";
import { OwnerSheet } from "./owners/owner-sheet";
import { OwnerSizes } from "./owners/owner-sizes";
import { WhoseRows } from "./owners/whose-rows";
import { DiskOverTime } from "./size/disk-over-time";
import { GrowthChart } from "./size/growth-chart";
import { SizeOverTime } from "./size/size-over-time";
import { StorageAbstract } from "./storage-abstract";
import { ChartBones, TableBones } from "./storage-bones";
import { forecastQuery, growthQuery, heatQuery, kindsQuery, ownersQuery } from "./storage-queries";
import { type StorageAddress, useStorageAddress } from "./use-storage-address";

const WEEKS = 8;
const NAMED_OWNERS = 20;

type Props = {
  /** null: looking only; both. */
  request: RequestMaintenance | null;
  setLimit: SetLimit | null;
  /** What to do where nobody has agreed to the index. */
  howToIndex: ReactNode;
};

const dataOf = <T,>(found: Counted<T> | undefined) =>
  found?.state === "ready" ? found.data : null;

/** What the archive costs, where it grows, and the database behind it. */
export function StorageView({ request, setLimit, howToIndex }: Props) {
  const t = useText().storage;
  const { zone } = usePreferences();
  const address = useStorageAddress();
  const { host, unit, disk, by, from, to } = address;
  const shown = disk ? "disk" : unit;
  const growth = useQuery({
    ...growthQuery({ host, split: by, from, to, zone }),
    placeholderData: keepPreviousData,
  });
  const forecast = useQuery({
    ...forecastQuery({ host, unit: shown }),
    placeholderData: keepPreviousData,
  });
  const health = useQuery(healthQuery());
  const expected = dataOf(forecast.data);
  const ahead = expected?.unit === shown ? expected : null;
  return (
    <div className="page storage-page">
      <PageTitle>{t.title}</PageTitle>
      {(growth.data === undefined || growth.data.state === "ready") && (
        <StorageAbstract
          growth={dataOf(growth.data)}
          forecast={expected}
          host={host}
          health={health.data ?? null}
        />
      )}
      <CheckFindings />
      <CountedPart query={growth} bones={<ChartBones height={280} />} howToIndex={howToIndex}>
        {(data) =>
          data.total.rows === 0 ? null : (
            <>
              {disk ? (
                <DiskOverTime zone={zone} forecast={ahead} address={address} />
              ) : (
                <SizeOverTime growth={data} forecast={ahead} address={address} />
              )}
              {host === null && <StorageLimit change={setLimit} />}
              <GrowthChart growth={data} address={address} />
              <Parts address={address} zone={zone} />
            </>
          )
        }
      </CountedPart>
      <DatabasePart request={request} />
    </div>
  );
}

function Parts({ address, zone }: { address: StorageAddress; zone: string }) {
  const { host, unit, set } = address;
  const owners = useQuery({
    ...ownersQuery({ host, unit, limit: NAMED_OWNERS }),
    placeholderData: keepPreviousData,
  });
  const heat = useQuery({
    ...heatQuery({ host, zone, weeks: WEEKS }),
    placeholderData: keepPreviousData,
  });
  const kinds = useQuery({ ...kindsQuery({ host }), placeholderData: keepPreviousData });
  const open = (jid: string | null) => void set({ owner: jid });
  return (
    <>
      <div className="pair">
        <CountedPart query={owners} bones={<ChartBones height={256} />}>
          {(view) => <WhoseRows view={view} address={address} onOpen={open} />}
        </CountedPart>
        <CountedPart query={heat} bones={<ChartBones height={256} />}>
          {(view) => <WhenWritten view={view} address={address} />}
        </CountedPart>
      </div>
      <CountedPart query={owners} bones={<TableBones lines={8} />}>
        {(view) => <OwnerSizes view={view} host={host} onOpen={open} />}
      </CountedPart>
      <CountedPart query={kinds} bones={<ChartBones height={240} />}>
        {(view) => (
          <div className="pair">
            <KindCosts view={view} />
            <EncryptedShare view={view.encrypted} address={address} />
          </div>
        )}
      </CountedPart>
      <CheckNote />
      <OwnerSheet jid={address.owner} onClose={() => open(null)} />
    </>
  );
}
