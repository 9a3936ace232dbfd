import "server-only";
import type { Sql } from "postgres";
import { planObjects } from "@/lib/archive/adoption/plan";
import { projectionStatus } from "@/lib/archive/projection/status";
import type { Grant } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { permits } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { expiryInForce } from "@/lib/expiry/in-force";
import { newestBeat } from "@/lib/health/health";
import { listJobs } from "@/lib/jobs/queries";
import { layout as archiveLayout } from "@/lib/prosody/layouts/detect";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { hostIdOf } from "@/lib/storage/queries/amounts";
import { estimateBloat } from "@/lib/storage/queries/bloat";
import { getCheckState } from "@/lib/storage/queries/checks";
import { getForecast } from "@/lib/storage/queries/forecast";
import { readHeadroom } from "@/lib/storage/queries/headroom";
import { readIndexReport } from "@/lib/storage/queries/indexes";
import { neededWork, readCareOfLarge } from "@/lib/storage/queries/needed";
import { freeBytes } from "@/lib/storage/volume";
import { EXPIRY_CHECKS } from "../checks/expiry";
import { PROSODY_CHECKS, type ProsodyFacts } from "../checks/prosody";
import { TABLE_CHECKS, type TableFacts } from "../checks/tables";
import { INDEX_CHECKS, type IndexFacts, JOB_CHECKS, WORKER_CHECKS } from "../checks/worker";
import { type Looked, lookAt, sumUp } from "../look";
import type { Findings } from "../views";
import { readBroken } from "./broken-rows";
import { readMap } from "./map";
import { readBrokenTrail, readOffline, readServer } from "./small-facts";

type Lens = { host: string | null };

/**
 * Everything that is looked at for this operator, now. Catalogue, counters, sums of the projection and look-ups by
 * index: nothing is scanned, and nothing here has text.
 */
export async function listFindings(
  grant: Grant<"retention.read">,
  { host }: Lens,
): Promise<Findings> {
  const { operator } = grant;
  const now = Math.floor(Date.now() / 1_000);
  const looked = await Promise.all([
    lookAtWorker(),
    lookAtExpiry(grant, host, now),
    ...(permits(operator.roles, "storage.read")
      ? lookAtStorage(grantFor(operator, "storage.read"), host, now)
      : []),
  ]);
  return sumUp(looked.flat(), operator.roles, now);
}

async function lookAtWorker(): Promise<Looked[]> {
  const sql = pools().interactive;
  const [beatAge, trail] = await Promise.all([newestBeat(sql), readBrokenTrail(sql)]);
  return lookAt(WORKER_CHECKS, { beatAge, trail });
}

async function lookAtExpiry(grant: Grant, host: string | null, now: number): Promise<Looked[]> {
  const expiry = await expiryInForce(grant);
  const here = expiry.filter((it) => host === null || it.host === host);
  return lookAt(EXPIRY_CHECKS, { now, expiry: here });
}

function lookAtStorage(grant: Grant<"storage.read">, host: string | null, now: number) {
  const sql = pools().interactive;
  return [
    readIndexFacts(grant, sql).then((facts) => lookAt(INDEX_CHECKS, facts)),
    readTableFacts(grant, sql, now).then((facts) => lookAt(TABLE_CHECKS, facts)),
    readProsodyFacts(sql, host).then((facts) => lookAt(PROSODY_CHECKS, facts)),
    listJobs(grant).then((jobs) =>
      lookAt(JOB_CHECKS, { failed: jobs.filter((it) => it.state === "failed") }),
    ),
  ];
}

async function readIndexFacts(grant: Grant<"storage.read">, sql: Sql): Promise<IndexFacts> {
  const layout = await archiveLayout();
  const [status, objects, { findings, checkedAt }] = await Promise.all([
    projectionStatus(),
    planObjects(sql, layout),
    getCheckState(grant),
  ]);
  return { status, objects, kept: findings, compared: checkedAt !== null };
}

async function readTableFacts(
  grant: Grant<"storage.read">,
  sql: Sql,
  now: number,
): Promise<TableFacts> {
  const layout = await archiveLayout();
  const [report, care, bloat, headroom, server, free, forecast] = await Promise.all([
    readIndexReport(sql),
    readCareOfLarge(sql, layout),
    estimateBloat(sql, layout.table),
    readHeadroom(sql, layout),
    readServer(sql),
    freeBytes(),
    getForecast(grant, { unit: "disk", host: null }),
  ]);
  const { indexes } = report;
  return {
    ...{ now, indexes, work: neededWork(indexes, care), bloat, headroom, server },
    freeBytes: free,
    forecast: forecast.state === "ready" ? forecast.data : null,
  };
}

async function readProsodyFacts(sql: Sql, host: string | null): Promise<ProsodyFacts> {
  const layout = await archiveLayout();
  const [map, counted] = await Promise.all([readMap(sql, layout), readCounted(sql, layout, host)]);
  return { map, ...counted };
}

async function readCounted(sql: Sql, layout: Layout, host: string | null) {
  const { state } = await projectionStatus();
  if (state !== "ready") return { broken: null, offline: null };
  const hostId = await hostIdOf(sql, host);
  const [broken, offline] = await Promise.all([
    readBroken(sql, layout, hostId),
    readOffline(sql, hostId),
  ]);
  return { broken, offline };
}
