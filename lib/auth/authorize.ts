import "server-only";
import { refusal } from "@/lib/refusal";
import type { Grant } from "./grant";
import { grantFor } from "./grant-for";
import type { Permission } from "./permissions";
import { currentOperator } from "./session";

/**
 * The only door of the web: page(), action() and route() of wrappers.ts come through here.
 * @throws ConsoleError `unauthenticated` without a live session, `forbidden` without the permission.
 */
export async function authorize<P extends Permission>(permission: P): Promise<Grant<P>> {
  const operator = await currentOperator();
  if (!operator) throw refusal("unauthenticated", "signed-out");
  return grantFor(operator, permission);
}
