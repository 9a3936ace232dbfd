import { IndexNotice } from "@/components/archive/index-notice";
import { MessagePage } from "@/components/archive/message/message-page";
import { ReadingNotice } from "@/components/archive/reveal/reading-notice";
import { projectionStatus } from "@/lib/archive/projection/status";
import { listDisplayNames } from "@/lib/archive/queries/display-names";
import { browseMessage, findMessageOwner, readMessage } from "@/lib/archive/queries/message";
import { readerOf } from "@/lib/archive/reading-of";
import { messageId, parseWith } from "@/lib/archive/search-params";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";
import { refusal } from "@/lib/refusal";
import { closeRevealAction, openRevealAction } from "../../reveal-actions";

type Props = PageProps<"/archive/message/[id]">;

async function idOf({ params }: Props): Promise<number> {
  try {
    return parseWith(messageId, (await params).id);
  } catch {
    throw refusal("not-found", "message-unknown");
  }
}

export const generateMetadata = metadata("archive.browse", async (_grant, props: Props) => ({
  title: `${(await getText()).archive.inspector.title} ${await idOf(props)}`,
}));

export default page("archive.browse", async (grant, props: Props) => {
  const id = await idOf(props);
  const owner = await findMessageOwner(grant, id);
  const reader = await readerOf(grant, owner);
  const detail = reader
    ? await readMessage(reader.grant, reader.reading, owner)
    : await browseMessage(grant, owner);
  const parties = [detail.owner.jid, detail.peer].filter((jid) => jid !== null);
  return (
    <MessagePage
      detail={detail}
      banner={detail.partial && <IndexNotice projection={await projectionStatus()} brief />}
      names={await listDisplayNames(grant, parties)}
      notice={
        <ReadingNotice
          owner={{ host: owner.host, user: owner.user }}
          jid={detail.owner.jid}
          reading={detail.reading}
          mayRead={permits(grant.operator.roles, "archive.read")}
          openReveal={openRevealAction}
          closeReveal={closeRevealAction}
        />
      }
    />
  );
});
