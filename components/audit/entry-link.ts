import type { Route } from "next";
import { createSerializer, type inferParserType } from "nuqs/server";
import { auditParams } from "./search-params";

export type AuditState = inferParserType<typeof auditParams>;

const serialize = createSerializer(auditParams);

/** The address of this page with some of it changed. */
export function auditLink(state: AuditState, patch: Partial<AuditState>): Route {
  return serialize("/audit", { ...state, ...patch }) as Route;
}
