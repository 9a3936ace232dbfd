import { HowToIndex } from "@/components/archive/how-to-index";
import { NoArchive } from "@/components/archive/no-archive";
import { StorageView } from "@/components/storage/storage-view";
import { projectionStatus } from "@/lib/archive/projection/status";
import { permits } from "@/lib/auth/permissions";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";
import { setStorageLimitAction } from "./limit-actions";
import { requestMaintenanceAction } from "./maintenance-actions";

export const generateMetadata = metadata("storage.read", async () => ({
  title: (await getText()).storage.title,
}));

export default page("storage.read", async ({ operator }) => {
  const { layout } = await projectionStatus();
  if (layout === "missing") return <NoArchive />;
  const maintains = permits(operator.roles, "storage.maintain");
  return (
    <StorageView
      request={maintains ? requestMaintenanceAction : null}
      setLimit={maintains ? setStorageLimitAction : null}
      howToIndex={<HowToIndex folded={false} />}
    />
  );
});
