import { Icon } from "@/components/ui/icon";
import type { ProjectionStatus } from "@/lib/archive/projection/status";
import { formatSpan } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import { getPreferences, getText } from "@/lib/i18n/server";
import { HowToIndex } from "./how-to-index";

type Props = {
  projection: ProjectionStatus;
  /** On pages of one archive, where the transcript needs the room. */
  brief?: boolean;
};

/** What the pages cannot know without the index, why, and what to do. Nothing when it is up to date. */
export async function IndexNotice({ projection, brief = false }: Props) {
  const t = (await getText()).archive.index;
  const { locale } = await getPreferences();
  const { state, lagRows, problem, layout } = projection;
  if (layout === "missing" || (state === "ready" && lagRows === 0 && !problem)) return null;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="notice noprint" role="status">
      <Icon name="info" />
      <div>
        {state !== "ready" && <b>{t[state]}</b>}{" "}
        {state === "building" && <Progress projection={projection} />}{" "}
        {state !== "ready" && (brief ? t.meanwhileBrief : t.meanwhile)}{" "}
        {state !== "ready" && layout === "reference" && !brief && t.meanwhileReference}
        {state === "ready" && lagRows > 0 && t.lag(number(lagRows))}
        {problem && ` ${t.problem(problem)}`}
        {state === "absent" && <HowToIndex folded={brief} />}
      </div>
    </div>
  );
}

async function Progress({ projection }: { projection: ProjectionStatus }) {
  const t = (await getText()).archive.index;
  const { locale } = await getPreferences();
  const { builtRows, totalRows, secondsLeft } = projection;
  return (
    <>
      {t.progress(formatNumber(builtRows, locale), formatNumber(totalRows, locale))}
      {secondsLeft !== null && ` ${t.left(formatSpan(secondsLeft, locale))}`}
    </>
  );
}
