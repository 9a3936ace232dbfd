import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { cleanupTask, expiryInForce } from "@/lib/expiry/in-force";
import { listMapHosts, listTaskRuns } from "@/lib/expiry/queries";
import type { Expiry } from "@/lib/expiry/views";
import { versionEvidence } from "@/lib/prosody/version-evidence";
import { taskState } from "../task-state";
import type { DailyTask, ProsodyTraces } from "../views";

/** Prosody as far as its tables and its configuration file tell. */
export async function readProsodyTraces(grant: Grant<"server.read">): Promise<ProsodyTraces> {
  const evidence = await versionEvidence();
  const [expiry, runs, mapHosts] = await Promise.all([
    expiryInForce(grant, evidence.version),
    listTaskRuns(),
    listMapHosts(),
  ]);
  const cleanups = cleanupsOf(expiry);
  const others = runs
    .filter(({ host, task }) => !cleanups.some((it) => it.host === host && it.task === task))
    .map(({ host, task, at }): DailyTask => {
      return { host, task, lastRunAt: at, state: "other", expiresAfterSeconds: null };
    });
  const tasks = [...cleanups, ...others].sort(
    (a, b) => compare(a.host, b.host) || compare(a.task, b.task),
  );
  const hosts = new Set([...mapHosts, ...expiry.map((it) => it.host)]);
  // Prosody keeps some settings of the whole server under a host without a name.
  hosts.delete("");
  return { evidence, hosts: [...hosts].sort(compare), tasks };
}

/** One for each host and task, though a module may have had two stores. */
function cleanupsOf(expiry: readonly Expiry[]): DailyTask[] {
  const now = Date.now() / 1000;
  const found = new Map<string, DailyTask>();
  for (const it of expiry) {
    const { host, lastRunAt, expiresAfterSeconds } = it;
    const task = cleanupTask(it);
    // A store that the configuration does not name comes after the one it does.
    if (it.reason === "other-store" && found.has(`${host} ${task}`)) continue;
    const state = taskState(it, now);
    found.set(`${host} ${task}`, { host, task, lastRunAt, state, expiresAfterSeconds });
  }
  return [...found.values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
