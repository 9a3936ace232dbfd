import { z } from "zod";
import { operatorName, operatorRoles } from "@/lib/auth/operator-name";

export const operatorId = z.strictObject({ id: z.guid() });
export const newOperator = z.strictObject({ name: operatorName, roles: operatorRoles });
export const newRoles = z.strictObject({ id: z.guid(), roles: operatorRoles });

export type NewOperatorInput = z.input<typeof newOperator>;
