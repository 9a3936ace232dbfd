import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { splitJid } from "@/lib/xmpp/jid";
import { findOwnerFacts } from "./names";

/** Display names by bare JID, of those that have one on this server. Four index look-ups each. */
export async function listDisplayNames(
  _grant: Grant<"archive.browse">,
  jids: string[],
): Promise<Record<string, string>> {
  const owners = jids.map((jid) => {
    const { localpart, domainpart } = splitJid(jid);
    return { host: domainpart, user: localpart ?? "" };
  });
  const facts = await findOwnerFacts(pools().interactive, owners);
  return Object.fromEntries(
    jids.flatMap((jid, index) => {
      const fact = facts[index];
      return fact?.name && !fact.isRoom ? [[jid, fact.name]] : [];
    }),
  );
}
