import "server-only";
import { projectionStatus } from "@/lib/archive/projection/status";
import { isProjected } from "@/lib/archive/queries/is-projected";
import type { Counted } from "../views";

/** Figures, when there are any: a projection that is still being made would say too little. */
export async function whenCounted<T>(count: () => Promise<T>): Promise<Counted<T>> {
  if (await isProjected()) return { state: "ready", data: await count() };
  const { state, builtRows, totalRows, secondsLeft } = await projectionStatus();
  if (state === "ready") return { state, data: await count() };
  return state === "building" ? { state, builtRows, totalRows, secondsLeft } : { state };
}
