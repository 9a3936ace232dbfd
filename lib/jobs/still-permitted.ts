import "server-only";
import type { Sql } from "postgres";
import { type Permission, permits, type Role } from "@/lib/auth/permissions";
import { isUuid } from "@/lib/auth/uuid";

/**
 * Whether the person on record may still ask for it now: disabled since, or another role, means no. The
 * command line's built-in operators (`cli:<os user>`) have every permission, as when they asked.
 */
export async function isStillPermitted(
  sql: Sql,
  operatorId: string,
  permission: Permission,
): Promise<boolean> {
  if (operatorId.startsWith("cli:")) return true;
  if (!isUuid(operatorId)) return false;
  const [operator] = await sql<{ roles: Role[] }[]>`
    select roles from console.operator where id = ${operatorId} and disabled_at is null`;
  return operator !== undefined && permits(operator.roles, permission);
}
