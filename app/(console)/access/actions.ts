"use server";

import { refresh } from "next/cache";
import {
  changeRoles,
  disableOperator,
  enableOperator,
  endSessions,
  resetPassword,
} from "@/lib/access/commands";
import { createOperator } from "@/lib/access/create-operator";
import { newOperator, newRoles, operatorId } from "@/lib/access/schema";
import { action } from "@/lib/auth/wrappers";

/** Answers with the generated password, shown once. */
export const createOperatorAction = action("operator.manage", newOperator, async (grant, input) => {
  const { password } = await createOperator(grant, input);
  refresh();
  return { name: input.name, password };
});

export const disableOperatorAction = action(
  "operator.manage",
  operatorId,
  async (grant, { id }) => {
    await disableOperator(grant, id);
    refresh();
  },
);

export const enableOperatorAction = action("operator.manage", operatorId, async (grant, { id }) => {
  await enableOperator(grant, id);
  refresh();
});

/** Answers with the generated password, shown once. */
export const resetPasswordAction = action("operator.manage", operatorId, async (grant, { id }) => {
  const answer = await resetPassword(grant, id);
  refresh();
  return answer;
});

/** "Sign out everywhere". */
export const endSessionsAction = action("operator.manage", operatorId, async (grant, { id }) => {
  const answer = await endSessions(grant, id);
  refresh();
  return answer;
});

export const changeRolesAction = action("operator.manage", newRoles, async (grant, input) => {
  await changeRoles(grant, input.id, input.roles);
  refresh();
});
