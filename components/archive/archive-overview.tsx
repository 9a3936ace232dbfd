import { Abstract } from "@/components/ui/abstract";
import { PageTitle } from "@/components/ui/page-title";
import type { ProjectionStatus } from "@/lib/archive/projection/status";
import type { HostView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber } from "@/lib/format/number";
import { getPreferences, getText } from "@/lib/i18n/server";
import { HostTable } from "./hosts/host-table";
import { ProjectionNotice } from "./projection-notice";

type Props = { hosts: HostView[]; projection: ProjectionStatus };

/** The sentence the page opens with, what is missing, and the hosts. */
export async function ArchiveOverview({ hosts, projection }: Props) {
  const { archive: t } = await getText();
  const { locale } = await getPreferences();
  const sum = (of: (host: HostView) => number | null) =>
    hosts.reduce((total, host) => total + (of(host) ?? 0), 0);
  const counted = hosts.every((host) => host.rows !== null);
  const lead =
    hosts.length === 0
      ? t.abstract.empty
      : counted
        ? t.abstract.lead(
            formatNumber(
              sum((h) => h.rows),
              locale,
            ),
            formatBytes(
              sum((h) => h.sizeBytes),
              locale,
            ),
            sum((h) => (h.rooms ? 0 : h.owners)),
            sum((h) => (h.rooms ? h.owners : 0)),
            hosts.length,
          )
        : t.abstract.unknownRows(hosts.length);
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <Abstract>
        {lead} {hosts.length > 0 && counted && t.abstract.copies}
      </Abstract>
      <ProjectionNotice projection={projection} />
      {hosts.length > 0 && <HostTable hosts={hosts} />}
    </>
  );
}
