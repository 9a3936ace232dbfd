import type { Permission, Role } from "./permissions";

export type Operator = {
  /** `console.operator.id`; for the command line `cli:<os user>`. */
  id: string;
  name: string;
  roles: readonly Role[];
  /** The browser session that acts; null on the command line and in the worker. */
  sessionId: string | null;
};

/**
 * Proof that an operator holds permission `P`. Every query and command takes one first, so a
 * forgotten check does not compile. A class, because React refuses to send instances to the browser.
 */
export class Grant<P extends Permission = Permission> {
  /** Exists only in the type: it keeps Grant<"a"> from passing as Grant<"b">. */
  declare private readonly permitted: P;

  private constructor(readonly operator: Operator) {}

  /** For lib/auth/authorize.ts, lib/cli, lib/worker and lib/testing only. */
  static issue<P extends Permission>(operator: Operator, _permission: P): Grant<P> {
    return new Grant<P>(operator);
  }
}
