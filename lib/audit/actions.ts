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
  "budget.refuse",
  "archive.read",
  "message.read",
  "search.export",
  "search.save",
  "search.rename",
  "search.share",
  "search.remove",
  "search.forget",
  "adoption.apply",
  "adoption.release",
  "index.rebuild",
  "search.text",
  "job.cancel",
  "policy.save",
  "policy.apply",
  "maintenance.analyze",
  "maintenance.vacuum",
  "maintenance.reindex",
  "maintenance.create-index",
  "maintenance.drop-index",
  "storage.limit",
  "hold.place",
  "approval.request",
  "approval.approve",
  "approval.refuse",
  "approval.cancel",
  "retention.run",
  "retention.rule",
  "retention.rule-remove",
  "retention.schedule",
  "retention.pause",
  "retention.resume",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * `asked` is committed before a query runs and `answered` before its answer leaves; `done` stands in the
 * transaction of the change; `refused` is an attempt that came to nothing.
 */
export const AUDIT_PHASES = ["asked", "answered", "done", "refused"] as const;

export type AuditPhase = (typeof AUDIT_PHASES)[number];
