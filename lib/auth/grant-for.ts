import { refusal } from "@/lib/refusal";
import { Grant, type Operator } from "./grant";
import { type Permission, permits } from "./permissions";

/**
 * The check behind every door, web and command line.
 * @throws ConsoleError `forbidden` when none of the operator's roles permits it.
 */
export function grantFor<P extends Permission>(operator: Operator, permission: P): Grant<P> {
  if (!permits(operator.roles, permission)) {
    throw refusal("forbidden", "not-permitted");
  }
  return Grant.issue(operator, permission);
}
