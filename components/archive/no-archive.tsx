import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import { getText } from "@/lib/i18n/server";

/** A database without Prosody's table: what to check, instead of a list of nobody. */
export async function NoArchive() {
  const { archive: t } = await getText();
  return (
    <div className="page">
      <PageTitle>{t.title}</PageTitle>
      <EmptyState icon="archive" title={t.missing.title}>
        {t.missing.lead}
      </EmptyState>
    </div>
  );
}
