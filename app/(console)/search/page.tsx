import { SearchView } from "@/components/search/search-view";
import { projectionStatus } from "@/lib/archive/projection/status";
import { listHosts } from "@/lib/archive/queries/hosts";
import { grantFor } from "@/lib/auth/grant-for";
import { listOpenReadings } from "@/lib/auth/open-readings";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";
import { findSearch, listSearches } from "@/lib/search/queries/kept";
import { openRevealAction } from "../archive/reveal-actions";
import {
  clearHistoryAction,
  forgetSearchAction,
  removeSearchAction,
  renameSearchAction,
  saveSearchAction,
  shareSearchAction,
} from "./actions";

type Props = PageProps<"/search">;

export const generateMetadata = metadata("search.metadata", async () => ({
  title: (await getText()).search.title,
}));

export default page("search.metadata", async (grant, { searchParams }: Props) => {
  const { operator } = grant;
  const { words } = await searchParams;
  const mayRead = permits(operator.roles, "search.text");
  const [hosts, readings, initial, kept, index] = await Promise.all([
    listHosts(grantFor(operator, "archive.browse")),
    mayRead ? listOpenReadings(grantFor(operator, "archive.read")) : [],
    typeof words === "string" ? findSearch(grant, words) : null,
    listSearches(grant),
    projectionStatus(),
  ]);
  return (
    <SearchView
      initial={initial}
      kept={kept}
      hosts={hosts.map((it) => it.host)}
      readings={readings}
      mayRead={mayRead}
      indexed={index.state !== "absent"}
      openReveal={openRevealAction}
      deeds={{
        save: saveSearchAction,
        rename: renameSearchAction,
        share: shareSearchAction,
        remove: removeSearchAction,
        forget: forgetSearchAction,
        clear: clearHistoryAction,
      }}
    />
  );
});
