import { Grant } from "@/lib/auth/grant";
import type { Permission, Role } from "@/lib/auth/permissions";

/** A grant as authorize() would give it, for tests of what lies behind it. */
export function testGrant<P extends Permission>(
  permission: P,
  roles: readonly Role[] = ["admin"],
  name = "tester",
): Grant<P> {
  return Grant.issue({ id: `test:${name}`, name, roles, sessionId: null }, permission);
}
