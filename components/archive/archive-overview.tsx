import { Abstract } from "@/components/ui/abstract";
import { PageTitle } from "@/components/ui/page-title";
import type { ProjectionStatus } from "@/lib/archive/projection/status";
import type { HostView } from "@/lib/archive/views";
import { formatBytes } from "@/lib/format/bytes";
import { formatNumber, formatRounded } from "@/lib/format/number";
import { getPreferences, getText } from "@/lib/i18n/server";
import { HostTable } from "./hosts/host-table";
import { IndexNotice } from "./index-notice";

type Props = { hosts: HostView[]; projection: ProjectionStatus };

/** The sentence the page opens with, what is missing, and the hosts. */
export async function ArchiveOverview({ hosts, projection }: Props) {
  const { archive: t } = await getText();
  const { locale } = await getPreferences();
  const sum = (of: (host: HostView) => number | null) =>
    hosts.reduce((total, host) => total + (of(host) ?? 0), 0);
  const counted = hosts.every((host) => host.rows !== null);
  const rows = sum((host) => host.rows);
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <Abstract className="mt-1">
        {hosts.length === 0 ? (
          t.abstract.empty
        ) : !counted ? (
          t.abstract.estimated(formatRounded(projection.totalRows, locale), hosts.length)
        ) : (
          <>
            <b>{t.abstract.rows(formatNumber(rows, locale), rows)}</b>{" "}
            {t.abstract.inSize(
              formatBytes(
                sum((host) => host.sizeBytes),
                locale,
              ),
            )}{" "}
            <b>{t.abstract.people(sum((host) => (host.rooms ? 0 : host.owners)))}</b>{" "}
            {t.abstract.and}{" "}
            <b>{t.abstract.rooms(sum((host) => (host.rooms ? host.owners : 0)))}</b>{" "}
            {t.abstract.onHosts(hosts.length)} {t.abstract.copies}
          </>
        )}
      </Abstract>
      <IndexNotice projection={projection} />
      {hosts.length > 0 && <HostTable hosts={hosts} />}
    </>
  );
}
