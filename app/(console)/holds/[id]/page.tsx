import { HoldView } from "@/components/holds/hold-view";
import { metadata, page } from "@/lib/auth/wrappers";
import { coverOf } from "@/lib/holds/cover";
import { countHeld, getHold, listHeldDays } from "@/lib/holds/queries";
import { getPreferences, getText } from "@/lib/i18n/server";

type Props = PageProps<"/holds/[id]">;

export const generateMetadata = metadata("hold.read", async (_grant, { params }: Props) => ({
  title: (await getText()).holds.holdTitle(Number((await params).id)),
}));

export default page("hold.read", async (grant, { params }: Props) => {
  const hold = await getHold(grant, Number((await params).id));
  const { zone } = await getPreferences();
  const [cover, held, days] = await Promise.all([
    coverOf(grant, hold),
    countHeld(grant, hold.id),
    listHeldDays(grant, hold.id, zone),
  ]);
  return <HoldView hold={hold} cover={cover} held={held} days={days} />;
});
