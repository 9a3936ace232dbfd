import { queryOptions } from "@tanstack/react-query";
import { fetchJson, withParams } from "@/components/archive/fetch-json";
import type {
  CheckState,
  Counted,
  DiskSizes,
  Forecast,
  ForecastUnit,
  Growth,
  HeatMap,
  KindCosts,
  OwnerStorage,
  OwnersBySize,
  SplitBy,
  StorageLimit,
  Unit,
} from "@/lib/storage/views";

export const STORAGE = "storage";
/** While the first build runs, its progress is looked at this often. */
const BUILDING_MS = 2_000;

function counted<T>(name: string, path: string, params: Parameters<typeof withParams>[1]) {
  return queryOptions({
    queryKey: [STORAGE, name, params],
    queryFn: ({ signal }) =>
      fetchJson<Counted<T>>(withParams(`/api/storage/${path}`, params), signal),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.state === "building" ? BUILDING_MS : false),
  });
}

export type GrowthAsked = {
  host: string | null;
  split: SplitBy;
  from: string | null;
  to: string | null;
  zone: string;
};

export const growthQuery = (asked: GrowthAsked) => counted<Growth>("growth", "growth", asked);

export const diskQuery = (asked: { from: string | null; to: string | null; zone: string }) =>
  counted<DiskSizes>("disk", "disk", asked);

export const forecastQuery = (asked: { host: string | null; unit: ForecastUnit }) =>
  counted<Forecast | null>("forecast", "forecast", asked);

export const heatQuery = (asked: { host: string | null; zone: string; weeks: number }) =>
  counted<HeatMap>("heat", "heat", asked);

export const ownersQuery = (asked: { host: string | null; unit: Unit; limit: number }) =>
  counted<OwnersBySize>("owners", "owners", asked);

export const kindsQuery = (asked: { host: string | null }) =>
  counted<KindCosts>("kinds", "kinds", asked);

export const ownerQuery = (host: string, user: string) =>
  counted<OwnerStorage | null>("owner", "owner", { host, user });

function plain<T>(path: string) {
  return queryOptions({
    queryKey: [STORAGE, path],
    queryFn: ({ signal }) => fetchJson<T>(`/api/storage/${path}`, signal),
    staleTime: 60_000,
  });
}

export const limitQuery = () => plain<StorageLimit>("limit");
export const checksQuery = () => plain<CheckState>("checks");
