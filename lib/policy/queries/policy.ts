import "server-only";
import path from "node:path";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { type ProsodyConfig, readProsodyConfig, SYSTEM_FILES } from "@/lib/prosody/config/read";
import { hashOf } from "@/lib/prosody/config/write-file";
import { versionEvidence } from "@/lib/prosody/version-evidence";
import type { PolicyChange } from "../change";
import { lineDiff, nearChanges } from "../plan/line-diff";
import { planWrite } from "../plan/plan-write";
import { scopesOf, settingsOf } from "../settings";
import type { PlanView, PolicyView } from "../views";
import { readDraft } from "./draft";
import { lastWritten } from "./history";

/** Everything of the page but what Prosody itself says; null: no configuration is named. */
export async function getPolicy(_grant: Grant<"policy.read">): Promise<PolicyView | null> {
  const config = readProsodyConfig();
  if (!config) return null;
  const [evidence, draft, last] = await Promise.all([
    versionEvidence(),
    readDraft(pools().interactive),
    lastWritten(),
  ]);
  const { paths, lua } = config;
  const nameOf = (file: string | null) => file && path.basename(file);
  const { savedById: _, ...shown } = draft;
  return {
    version: evidence.version,
    versionCertain: evidence.certain,
    sample: paths.sample,
    files: {
      config: nameOf(paths.config) ?? "",
      managed: nameOf(paths.managed),
      envFile: nameOf(paths.envFile),
    },
    hasSocket: paths.socket !== null,
    scopes: scopesOf(lua.hosts),
    settings: settingsOf(config, evidence.version),
    problems: lua.problems.map(({ code, file, line }) => ({
      code,
      file: path.basename(file),
      line,
    })),
    draft: shown,
    plan: planView(config, draft.changes),
    foreign: foreignDiff(config, last),
  };
}

/** The diff of the files for some changes, before they are saved. */
export async function previewPlan(
  _grant: Grant<"policy.read">,
  changes: readonly PolicyChange[],
): Promise<PlanView | null> {
  const config = readProsodyConfig();
  return config && planView(config, changes);
}

function planView(config: ProsodyConfig, changes: readonly PolicyChange[]): PlanView {
  const plan = planWrite(config, changes, SYSTEM_FILES);
  const { managed } = plan;
  const before = managed?.before?.toString("utf8") ?? "";
  const after = changes.length === 0 ? before : (managed?.after.toString("utf8") ?? "");
  return {
    diff: nearChanges(lineDiff(before, after)),
    env: plan.env?.changes ?? [],
    problems: plan.problems.map((it) =>
      "file" in it ? { ...it, file: path.basename(it.file) } : it,
    ),
    fileHash: managed ? hashOf(managed.before) : hashOf(config.envBytes),
  };
}

/** null: our file is as we left it, or we never wrote it. */
function foreignDiff(config: ProsodyConfig, last: { text: string; hash: string } | null) {
  const { managed } = config.paths;
  if (!last || managed === null) return null;
  const plan = planWrite(config, [], SYSTEM_FILES);
  const now = plan.managed?.before ?? null;
  if (hashOf(now) === last.hash) return null;
  return nearChanges(lineDiff(last.text, now?.toString("utf8") ?? ""));
}
