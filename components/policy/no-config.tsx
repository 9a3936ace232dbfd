import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/page-title";
import type { Texts } from "@/lib/i18n/texts";

/** Which variables to set, where no configuration is named. */
export function NoConfig({ text: { policy: t } }: { text: Texts }) {
  const { stepConfig, stepManaged, stepEnv, stepSocket } = t.noConfig;
  return (
    <div className="page">
      <PageTitle>{t.title}</PageTitle>
      <EmptyState
        title={t.noConfig.title}
        action={
          <ul className="steps">
            {[stepConfig, stepManaged, stepEnv, stepSocket].map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        }
      >
        {t.noConfig.note}
      </EmptyState>
    </div>
  );
}
