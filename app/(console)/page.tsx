import { HowToIndex } from "@/components/archive/how-to-index";
import { NoArchive } from "@/components/archive/no-archive";
import { OverviewView } from "@/components/overview/overview-view";
import { projectionStatus } from "@/lib/archive/projection/status";
import { metadata, page } from "@/lib/auth/wrappers";
import { getPreferences, getText } from "@/lib/i18n/server";
import { overviewParts } from "./overview-parts";

export const generateMetadata = metadata("retention.read", async () => ({
  title: (await getText()).overview.title,
}));

/** Every role may see what expires, and so this page: what else is on it, each sees by his own permissions. */
export default page("retention.read", async (grant, { searchParams }: PageProps<"/">) => {
  const [{ layout }, { host: asked }, { zone }] = await Promise.all([
    projectionStatus(),
    searchParams,
    getPreferences(),
  ]);
  if (layout === "missing") return <NoArchive />;
  const host = typeof asked === "string" && asked !== "" ? asked : null;
  const parts = overviewParts(grant, { host, zone });
  return <OverviewView parts={parts} host={host} howToIndex={<HowToIndex folded={false} />} />;
});
