/** The roles scripts/roles.sql creates. Where they do not exist, everything runs as the login itself. */
export const CONSOLE_ROLES = {
  web: "muniment_web",
  worker: "muniment_worker",
  migrate: "muniment_migrate",
} as const;

export type ConsoleRole = (typeof CONSOLE_ROLES)[keyof typeof CONSOLE_ROLES];
