import "server-only";
import type { Sql } from "postgres";
import { refusal } from "@/lib/refusal";
import type { Layout } from "../layouts/layout";
import { holdArchiveRow, holdBegin, holdMapRow, holdTruncate, unlessOff } from "./hold-functions";
import { ANY_HOLD } from "./hold-match";
import type { AdoptionObject } from "./object";
import { triggerObject } from "./trigger-object";

/** Who places a hold takes the lock that the drop needs, so this sees it or it finds no trigger. */
async function mayGo(tx: Sql): Promise<void> {
  const [held] = await tx.unsafe(`${ANY_HOLD} limit 1`);
  if (held) throw refusal("conflict", "hold-in-force");
}

type Guarded = { suffix: "" | "_map"; table: (layout: Layout) => string };

const settingOf = ({ suffix }: Guarded) =>
  suffix === "" ? "muniment.hold_archive" : "muniment.hold_map";

const begin = (guarded: Guarded): AdoptionObject =>
  triggerObject({
    name: `muniment_hold${guarded.suffix}_begin`,
    purpose: "looks once a statement whether there is a legal hold at all",
    table: guarded.table,
    fires: "before update or delete on TABLE",
    each: "statement",
    functionName: guarded.suffix === "" ? "console.hold_archive_begin" : "console.hold_map_begin",
    body: () => holdBegin(settingOf(guarded)),
    mayGo,
  });

const rows = ({ suffix, table }: Guarded): AdoptionObject =>
  triggerObject({
    when: unlessOff(settingOf({ suffix, table })),
    name: `muniment_hold${suffix}`,
    purpose:
      suffix === ""
        ? "keeps a copy of messages under a legal hold before they are deleted or changed"
        : "keeps a copy of a person's or room's other data under a legal hold",
    table,
    fires: "before update or delete on TABLE",
    each: "row",
    functionName: suffix === "" ? "console.hold_archive_row" : "console.hold_map_row",
    body: suffix === "" ? holdArchiveRow : holdMapRow,
    mayGo,
  });

const truncate = ({ suffix, table }: Guarded): AdoptionObject =>
  triggerObject({
    name: `muniment_hold${suffix}_truncate`,
    purpose: "refuses TRUNCATE while a legal hold is in force",
    table,
    fires: "before truncate on TABLE",
    each: "statement",
    functionName: "console.hold_truncate",
    body: holdTruncate,
    mayGo,
  });

/** What keeps what a legal hold names, whoever deletes (trust.md §1). Without a hold they do nothing. */
export function holdTriggers(layout: Layout): AdoptionObject[] {
  const archive: Guarded = { suffix: "", table: (it) => it.table };
  const map: Guarded = { suffix: "_map", table: (it) => it.mapTable ?? "" };
  const guarded = layout.mapTable === null ? [archive] : [archive, map];
  return guarded.flatMap((it) => [begin(it), rows(it), truncate(it)]);
}
