import type { ProsodyConfig } from "@/lib/prosody/config/read";
import type { PolicyChange } from "../change";

export type EnvChange = { variable: string; before: string | null; after: string | null };

export type PlanProblem =
  /** No file of ours is named, and no variable of the `.env` decides. */
  | { code: "nowhere"; change: PolicyChange }
  /** The operator's configuration does not include our file. */
  | { code: "not-included"; line: string }
  /** A line that Prosody reads after ours says something else. */
  | { code: "overruled"; change: PolicyChange; file: string; line: number }
  /** Our file has more than literals: somebody else wrote into it. */
  | { code: "foreign" }
  | { code: "host-unknown"; change: PolicyChange }
  /** A file that the configuration includes cannot be read, so nobody knows what wins. */
  | { code: "incomplete"; file: string };

export type WritePlan = {
  managed: { before: Buffer | null; after: Buffer } | null;
  env: { before: Buffer; after: Buffer; changes: EnvChange[] } | null;
  problems: PlanProblem[];
  /** The configuration as it would be read afterwards. */
  afterwards: ProsodyConfig;
};
