import { IndexNotice } from "@/components/archive/index-notice";
import { OwnerPage } from "@/components/archive/owner-page";
import { projectionStatus } from "@/lib/archive/projection/status";
import { listConversations } from "@/lib/archive/queries/conversations";
import { getOwner } from "@/lib/archive/queries/owner";
import { readerOf } from "@/lib/archive/reading-of";
import { toReadingView } from "@/lib/archive/to-reading-view";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { closeRevealAction, openRevealAction } from "../../reveal-actions";

type Props = PageProps<"/archive/[host]/[owner]">;

async function ownerOf({ params }: Props) {
  const { host, owner } = await params;
  return { host: decodeURIComponent(host), user: decodeURIComponent(owner) };
}

export const generateMetadata = metadata("archive.browse", async (grant, props: Props) => {
  const { jid, name } = await getOwner(grant, await ownerOf(props));
  return { title: name ?? jid };
});

export default page("archive.browse", async (grant, props: Props) => {
  const ref = await ownerOf(props);
  const [owner, projection, reader, { conversations }] = await Promise.all([
    getOwner(grant, ref),
    projectionStatus(),
    readerOf(grant, ref),
    listConversations(grant, { ...ref, limit: 1 }),
  ]);
  return (
    <OwnerPage
      banner={<IndexNotice projection={projection} brief />}
      owner={owner}
      newest={conversations[0] ?? null}
      reading={reader && toReadingView(reader.reading)}
      mayRead={permits(grant.operator.roles, "archive.read")}
      openReveal={openRevealAction}
      closeReveal={closeRevealAction}
    />
  );
});
