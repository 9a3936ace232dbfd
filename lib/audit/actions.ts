/**
 * Everything the trail can say, `noun.verb`. An action enters in the work that makes it happen; none is
 * ever renamed, because old entries keep the old word.
 */
export const AUDIT_ACTIONS = [
  "session.start",
  "session.end",
  "session.refuse",
  "operator.create",
  "operator.disable",
  "operator.enable",
  "operator.reset",
  "operator.roles",
  "reveal.open",
  "reveal.close",
  "archive.read",
  "message.read",
  "adoption.apply",
  "adoption.release",
  "index.rebuild",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * `asked` is committed before a query runs and `answered` before its answer leaves; `done` stands in the
 * transaction of the change; `refused` is an attempt that came to nothing.
 */
export const AUDIT_PHASES = ["asked", "answered", "done", "refused"] as const;

export type AuditPhase = (typeof AUDIT_PHASES)[number];
