/** Every permission there is. What has no page yet stands here all the same: the table is the promise. */
export const PERMISSIONS = [
  "archive.browse",
  "archive.read",
  "search.metadata",
  "search.text",
  "storage.read",
  "storage.maintain",
  "policy.read",
  "policy.write",
  "retention.read",
  "retention.run",
  "hold.read",
  "hold.place",
  "hold.release",
  "request.read",
  "request.handle",
  "request.approve",
  "case.open",
  "diagnosis.run",
  "probe.run",
  "server.read",
  "audit.read",
  "operator.manage",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Role → permissions, the only place (docs/security.md shows the same table, made from this one). */
export const ROLE_PERMISSIONS = {
  admin: PERMISSIONS.filter((p) => p !== "request.handle"),
  compliance: [
    "archive.browse",
    "archive.read",
    "search.metadata",
    "search.text",
    "storage.read",
    "policy.read",
    "retention.read",
    "hold.read",
    "hold.place",
    "hold.release",
    "request.read",
    "request.handle",
    "request.approve",
    "case.open",
    "diagnosis.run",
    "audit.read",
  ],
  support: [
    "archive.browse",
    "search.metadata",
    "storage.read",
    "policy.read",
    "retention.read",
    "diagnosis.run",
    "probe.run",
    "server.read",
  ],
  auditor: ["policy.read", "retention.read", "hold.read", "request.read", "audit.read"],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLE_PERMISSIONS;
export const ROLES = Object.keys(ROLE_PERMISSIONS) as Role[];

/** A person may hold several roles; one that permits is enough. */
export function permits(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) =>
    (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission),
  );
}
