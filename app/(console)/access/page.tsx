import { AccessView } from "@/components/access/access-view";
import { listWeakerPromises } from "@/lib/access/guarantees";
import { listOperators } from "@/lib/access/queries";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";
import {
  changeRolesAction,
  createOperatorAction,
  disableOperatorAction,
  enableOperatorAction,
  endSessionsAction,
  resetPasswordAction,
} from "./actions";

export const generateMetadata = metadata("operator.manage", async () => ({
  title: (await getText()).access.title,
}));

const actions = {
  create: createOperatorAction,
  disable: disableOperatorAction,
  enable: enableOperatorAction,
  reset: resetPasswordAction,
  signOut: endSessionsAction,
  changeRoles: changeRolesAction,
};

export default page("operator.manage", async (grant) => {
  const [operators, weaker] = await Promise.all([listOperators(grant), listWeakerPromises(grant)]);
  return <AccessView operators={operators} weaker={weaker} actions={actions} />;
});
