import { z } from "zod";
import { errors } from "@/lib/i18n/en/errors";
import { ROLES } from "./permissions";

/** Never contains a colon, so nobody can be named like the command line's `cli:<os user>`. */
export const operatorName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, errors["name-form"]);

export const operatorRoles = z
  .array(z.enum(ROLES))
  .min(1, errors["roles-missing"])
  .transform((roles) => ROLES.filter((role) => roles.includes(role)));

/** A password somebody chose. Generated ones are longer. */
export const chosenPassword = z
  .string()
  .min(12, "Use at least 12 characters.")
  .max(1_024, "Use at most 1,024 characters.");
