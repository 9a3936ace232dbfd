import "server-only";
import { adoptCommand } from "./adopt";
import { auditCommand } from "./audit-command";
import type { Command } from "./command";
import { info } from "./info";
import { operatorCommand } from "./operator-command";
import { releaseCommand } from "./release";
import { show } from "./show";
import { userStats } from "./user-stats";

/** Every command there is, in the order of the overview. */
export const COMMANDS: Record<string, Command> = {
  info,
  user_stats: userStats,
  show,
  adopt: adoptCommand,
  release: releaseCommand,
  audit: auditCommand,
  operator: operatorCommand,
};
