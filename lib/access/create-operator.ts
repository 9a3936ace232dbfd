import "server-only";
import type { ISql } from "postgres";
import { type Actor, recordAuditIn } from "@/lib/audit/record";
import type { Grant } from "@/lib/auth/grant";
import { generatePassword, hashPassword } from "@/lib/auth/passwords";
import type { Role } from "@/lib/auth/permissions";
import { pools } from "@/lib/db/pools";
import { refusal } from "@/lib/refusal";

export type NewOperator = {
  /** Lower case, as `operatorName` of lib/auth leaves it. */
  name: string;
  roles: readonly Role[];
  /** null: one is generated. */
  password?: string | null;
};

/**
 * Returns the password once; it is kept nowhere.
 * @throws ConsoleError `conflict` when the name is taken, also by somebody disabled.
 */
export async function createOperator(
  grant: Grant<"operator.manage">,
  operator: NewOperator,
): Promise<{ id: string; password: string }> {
  const password = operator.password ?? generatePassword();
  const hash = await hashPassword(password);
  const id = await pools().interactive.begin((tx) => insertOperator(tx, grant, operator, hash));
  return { id, password };
}

/** The row and its entry; the entry is the last statement. */
export async function insertOperator(
  tx: ISql,
  actor: Actor,
  { name, roles }: NewOperator,
  passwordHash: string,
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into console.operator (name, password_hash, roles)
    values (${name}, ${passwordHash}, ${[...roles]})
    on conflict (name) do nothing returning id`;
  if (!row) {
    throw refusal("conflict", "name-taken", { field: "name" });
  }
  await recordAuditIn(tx, actor, {
    action: "operator.create",
    phase: "done",
    subject: name,
    details: { roles },
  });
  return row.id;
}
