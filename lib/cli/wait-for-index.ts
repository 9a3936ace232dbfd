import { errors } from "@/lib/i18n/en/errors";
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { newestNumber } from "@/lib/archive/projection/rebuild";
import { type ProjectionStatus, projectionStatus } from "@/lib/archive/projection/status";
import { getHealth } from "@/lib/health/health";

const LOOK_EVERY_MS = 500;
const SAY_EVERY_MS = 5_000;

/**
 * Waits until the index is built and has passed what is stored now: on a busy server some row is always
 * new. Gives up, with the reason as `problem`, when the database was not adopted or no worker is alive.
 */
export async function waitForIndex(
  say: (status: ProjectionStatus) => void,
): Promise<{ status: ProjectionStatus; reached: boolean }> {
  const newest = await newestNumber();
  for (let said = 0; ; await sleep(LOOK_EVERY_MS)) {
    const status = await projectionStatus();
    if (status.state === "ready" && hasPassed(status, newest)) return { status, reached: true };
    const hopeless = await whyHopeless(status);
    if (hopeless !== null) return { status: { ...status, problem: hopeless }, reached: false };
    if (Date.now() - said < SAY_EVERY_MS) continue;
    said = Date.now();
    say(status);
  }
}

function hasPassed({ lagRows, watermark }: ProjectionStatus, newest: number | null): boolean {
  return lagRows === 0 || (newest !== null && watermark >= newest);
}

async function whyHopeless({ state }: ProjectionStatus): Promise<string | null> {
  if (state === "absent") return errors["index-missing"];
  const { status, reason } = await getHealth();
  return status === "ok" ? null : (reason ?? status);
}
