import "server-only";
import os from "node:os";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";
import type { Operator } from "./grant";
import { ROLES, type Role } from "./permissions";

/**
 * Who acts on the command line: without `as` the built-in `cli:<os user>` with every role (whoever has
 * the database's password can do anything anyway, and the trail says who it was); with `as` that operator
 * with their roles.
 * @throws ConsoleError `forbidden` when `as` names nobody, or somebody disabled.
 */
export async function cliOperator(as: string | null): Promise<Operator> {
  if (as === null) {
    const name = `cli:${os.userInfo().username}`;
    return { id: name, name, roles: ROLES, sessionId: null };
  }
  const [row] = await pools().interactive<{ id: string; name: string; roles: Role[] }[]>`
    select id, name, roles from console.operator
    where name = ${as.trim().toLowerCase()} and disabled_at is null`;
  if (!row)
    throw refusal("forbidden", "operator-inactive", {
      words: `There is no active operator named ${as}.`,
    });
  return { ...row, sessionId: null };
}
