import "server-only";
import { adoptCommand } from "./adopt";
import { auditCommand } from "./audit-command";
import { cleanup } from "./cleanup";
import type { Command } from "./command";
import { holdCommand } from "./hold-command";
import { indexCommand } from "./index-command";
import { info } from "./info";
import { operatorCommand } from "./operator-command";
import { optimize } from "./optimize";
import { policyCommand } from "./policy-command";
import { releaseCommand } from "./release";
import { search } from "./search";
import { show } from "./show";
import { userStats } from "./user-stats";

/** Every command there is, in the order of the overview. */
export const COMMANDS: Record<string, Command> = {
  info,
  user_stats: userStats,
  search,
  show,
  index: indexCommand,
  optimize,
  policy: policyCommand,
  cleanup,
  hold: holdCommand,
  adopt: adoptCommand,
  release: releaseCommand,
  audit: auditCommand,
  operator: operatorCommand,
};
