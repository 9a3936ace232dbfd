import { ArchiveOverview } from "@/components/archive/archive-overview";
import { NoArchive } from "@/components/archive/no-archive";
import { OwnerTable } from "@/components/archive/owners/owner-table";
import { projectionStatus } from "@/lib/archive/projection/status";
import { listHosts } from "@/lib/archive/queries/hosts";
import { metadata, page } from "@/lib/auth/wrappers";
import { getText } from "@/lib/i18n/server";

export const generateMetadata = metadata("archive.browse", async () => ({
  title: (await getText()).archive.title,
}));

export default page("archive.browse", async (grant) => {
  const [hosts, projection] = await Promise.all([listHosts(grant), projectionStatus()]);
  if (projection.layout === "missing") return <NoArchive />;
  return (
    <div className="page">
      <ArchiveOverview hosts={hosts} projection={projection} />
      <OwnerTable counted={projection.state === "ready"} />
    </div>
  );
});
