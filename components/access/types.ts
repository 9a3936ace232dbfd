import type { OperatorView } from "@/lib/access/views";
import type { Role } from "@/lib/auth/permissions";
import type { ActionResult } from "@/lib/errors";

export type OperatorActions = {
  create: (input: {
    name: string;
    roles: Role[];
  }) => Promise<ActionResult<{ name: string; password: string }>>;
  disable: (input: { id: string }) => Promise<ActionResult<unknown>>;
  enable: (input: { id: string }) => Promise<ActionResult<unknown>>;
  reset: (input: { id: string }) => Promise<ActionResult<{ password: string }>>;
  signOut: (input: { id: string }) => Promise<ActionResult<{ ended: number }>>;
  changeRoles: (input: { id: string; roles: Role[] }) => Promise<ActionResult<unknown>>;
};

export type Deed = "disable" | "enable" | "reset" | "signOut" | "roles";

/** The dialog that is open. */
export type Asked = { deed: Deed; operator: OperatorView } | { deed: "add" } | null;
