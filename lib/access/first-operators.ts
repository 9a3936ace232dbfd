import "server-only";
import type { Sql } from "postgres";
import type { Operator } from "@/lib/auth/grant";
import { generatePassword, hashPassword } from "@/lib/auth/passwords";
import { ROLES, type Role } from "@/lib/auth/permissions";
import { insertOperator } from "./create-operator";

const SETUP: Operator = { id: "cli:setup", name: "cli:setup", roles: ["admin"], sessionId: null };

/**
 * Creates the operators of the first start: `admin`, in the demo one for each role, named like it. Does
 * nothing once there is any operator. `password` null: each gets a generated one of its own. Runs on the
 * connection of set-up, one transaction; safe when two processes start at once.
 */
export async function createFirstOperators(
  sql: Sql,
  { demo, password }: { demo: boolean; password: string | null },
): Promise<{ name: string; password: string; roles: Role[] }[]> {
  const names: Role[] = demo ? ROLES : ["admin"];
  const first = await Promise.all(
    names.map(async (role) => {
      const own = password ?? generatePassword();
      return { name: role, roles: [role], password: own, hash: await hashPassword(own) };
    }),
  );
  return sql.begin(async (tx) => {
    await tx`lock table console.operator in share row exclusive mode`;
    const existing = await tx`select from console.operator limit 1`;
    if (existing.length > 0) return [];
    for (const operator of first) {
      await insertOperator(tx, { operator: SETUP }, operator, operator.hash);
    }
    return first.map(({ name, roles, password: own }) => ({ name, roles, password: own }));
  });
}
