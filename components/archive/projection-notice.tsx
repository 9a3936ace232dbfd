import { Icon } from "@/components/ui/icon";
import type { ProjectionStatus } from "@/lib/archive/projection/status";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import { getPreferences, getText } from "@/lib/i18n/server";

/** What the pages cannot know without the projection, why, and what to do. Nothing when it is up to date. */
export async function ProjectionNotice({ projection }: { projection: ProjectionStatus }) {
  const t = (await getText()).archive.projection;
  const { locale } = await getPreferences();
  const number = (value: number) => formatNumber(value, locale);
  const { state, lagRows, problem } = projection;
  if (state === "ready" && lagRows === 0 && !problem) return null;
  const left =
    projection.secondsLeft === null ? "?" : formatDuration(projection.secondsLeft, locale);
  return (
    <div className="notice noprint" role="status">
      <Icon name="info" />
      <p>
        {state === "absent" && (
          <>
            <b>{t.absent}</b> {t.absentWhy} {t.absentFix}
          </>
        )}
        {state === "building" &&
          t.building(number(projection.builtRows), number(projection.totalRows ?? 0), left)}
        {state === "ready" && lagRows > 0 && t.lag(number(lagRows))}
        {problem && ` ${t.problem(problem)}`}
      </p>
    </div>
  );
}
