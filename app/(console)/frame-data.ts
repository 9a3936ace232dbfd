import "server-only";
import type { FootState, ShellHost, ShellOperator, ShellReading } from "@/components/shell/types";
import { listOpenApprovals } from "@/lib/approvals/queries";
import { type ProjectionStatus, projectionStatus } from "@/lib/archive/projection/status";
import { listHosts } from "@/lib/archive/queries/hosts";
import type { Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { listOpenReadings } from "@/lib/auth/open-readings";
import { PERMISSIONS, permits } from "@/lib/auth/permissions";
import { formatSpan } from "@/lib/format/duration";
import type { Locale } from "@/lib/format/locale";
import { formatNumber, formatShare } from "@/lib/format/number";
import { getPreferences, getText } from "@/lib/i18n/server";
import type { Texts } from "@/lib/i18n/texts";

type FrameData = {
  operator: ShellOperator;
  hosts: ShellHost[];
  readings: ShellReading[];
  foot: FootState;
};

/** Fewer rows than this are the indexer's ordinary distance: it wakes every few seconds. */
const ORDINARY_LAG_ROWS = 1_000;

/** What the frame shows, each part only to operators who may see it. */
export async function frameData(operator: Operator): Promise<FrameData> {
  const { name, roles } = operator;
  const permissions = PERMISSIONS.filter((permission) => permits(roles, permission));
  const [hosts, readings, approvals, status, { locale }, text] = await Promise.all([
    permissions.includes("archive.browse") ? listHosts(grantFor(operator, "archive.browse")) : [],
    permissions.includes("archive.read")
      ? listOpenReadings(grantFor(operator, "archive.read"))
      : [],
    permissions.includes("policy.read") ? listOpenApprovals(grantFor(operator, "policy.read")) : [],
    projectionStatus(),
    getPreferences(),
    getText(),
  ]);
  return {
    operator: {
      name,
      roles,
      permissions,
      toDecide: approvals.filter(({ mayDecide }) => mayDecide).length,
    },
    hosts: hosts.map(({ host, rooms, rows }) => ({ host, rooms, rows })),
    readings,
    foot: footState(status, text.frame.foot, locale),
  };
}

function footState(
  status: ProjectionStatus,
  text: Texts["frame"]["foot"],
  locale: Locale,
): FootState {
  const { state, lagRows, builtRows, totalRows, secondsLeft, problem, layout } = status;
  if (layout === "missing") return { tone: "loss", title: text.layoutMissing, detail: null };
  if (problem) return { tone: "loss", title: text.stopped, detail: problem };
  if (state === "absent") return { tone: "guess", title: text.absent, detail: text.absentDetail };
  if (state === "building") {
    const share = formatShare(builtRows, totalRows, locale);
    const detail =
      secondsLeft === null
        ? text.progress(share)
        : text.left(share, formatSpan(secondsLeft, locale));
    return { tone: "guess", title: text.building, detail };
  }
  const detail = layout === "prosody" ? text.layoutProsody : text.layoutReference;
  return lagRows < ORDINARY_LAG_ROWS
    ? { tone: "fine", title: text.current, detail }
    : { tone: "guess", title: text.behind(formatNumber(lagRows, locale)), detail };
}
