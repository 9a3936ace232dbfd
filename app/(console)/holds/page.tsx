import { HoldsView } from "@/components/holds/holds-view";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { isGuarded, listHolds } from "@/lib/holds/queries";
import { getText } from "@/lib/i18n/server";
import { placeHoldAction } from "./actions";

export const generateMetadata = metadata("hold.read", async () => ({
  title: (await getText()).holds.title,
}));

export default page("hold.read", async (grant) => {
  const [holds, guarded] = await Promise.all([listHolds(grant), isGuarded(grant)]);
  const mayPlace = permits(grant.operator.roles, "hold.place");
  return <HoldsView holds={holds} guarded={guarded} place={mayPlace ? placeHoldAction : null} />;
});
