import "server-only";
import { everyProcess } from "@/lib/db/singleton";
import { env } from "@/lib/env";
import { isReady } from "../projection/status";

/** A projection that is ready rarely stops being so: one page a second asks. */
const GOOD_FOR_MS = 1_000;

const known = everyProcess("projected", () => new Map<string, number>());

/** Whether pages may answer from the projection. "No" is asked again each time. */
export async function isProjected(): Promise<boolean> {
  const database = env().databaseUrl ?? "";
  if ((known.get(database) ?? 0) > Date.now()) return true;
  const ready = await isReady();
  if (ready) known.set(database, Date.now() + GOOD_FOR_MS);
  else known.delete(database);
  return ready;
}
