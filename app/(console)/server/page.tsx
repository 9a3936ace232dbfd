import { ServerView } from "@/components/server/server-view";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";
import { getServerFacts } from "@/lib/server/queries/facts";
import { getServerPulse } from "@/lib/server/queries/pulse";

export const generateMetadata = metadata("server.read", async () => ({
  title: (await getText()).server.title,
}));

/** Also where there is no archive: then it says so, and what is there instead. */
export default page("server.read", async (grant) => {
  const [facts, pulse] = await Promise.all([getServerFacts(grant), getServerPulse(grant)]);
  return <ServerView facts={facts} pulse={pulse} />;
});
