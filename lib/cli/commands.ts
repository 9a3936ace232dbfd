import "server-only";
import { auditCommand } from "./audit-command";
import type { Command } from "./command";
import { info } from "./info";
import { operatorCommand } from "./operator-command";
import { show } from "./show";
import { userStats } from "./user-stats";

/** Every command there is, in the order of the overview. */
export const COMMANDS: Record<string, Command> = {
  info,
  user_stats: userStats,
  show,
  audit: auditCommand,
  operator: operatorCommand,
};
