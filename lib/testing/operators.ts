import { createOperator } from "@/lib/access/create-operator";
import type { Operator } from "@/lib/auth/grant";
import type { Role } from "@/lib/auth/permissions";
import { signIn } from "@/lib/auth/sign-in";
import { testGrant } from "./grants";

export const TEST_PASSWORD = "correct horse battery";

/** A real operator with TEST_PASSWORD; returns the id. */
export async function makeOperator(
  name: string,
  roles: readonly Role[] = ["admin"],
): Promise<string> {
  const operator = { name, roles, password: TEST_PASSWORD };
  return (await createOperator(testGrant("operator.manage"), operator)).id;
}

/** Signs a real operator in with a real password; the operator as their session acts. */
export async function signInAs(name: string, address = "192.0.2.1"): Promise<Operator> {
  const form = { name, password: TEST_PASSWORD, address, userAgent: "vitest" };
  const answer = await signIn(form);
  if (!answer.ok) throw new Error(`could not sign in as ${name}: ${answer.refusal.kind}`);
  return answer.operator;
}
