"use client";

import { useState } from "react";
import { useDeed } from "@/components/access/use-deed";
import { usePreferences } from "@/components/preferences";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { Field } from "@/components/ui/field";
import { useText } from "@/components/use-text";
import type { ScheduleView } from "@/lib/retention/views";
import type { RetentionActions } from "./types";

type Props = {
  schedule: ScheduleView | null;
  /** null: the operator may not change it. */
  save: RetentionActions["schedule"] | null;
};

/** When cleanups run by themselves. */
export function SchedulePart({ schedule, save }: Props) {
  const text = useText().retention.schedule;
  const [open, setOpen] = useState(false);
  const on = schedule?.enabled ? schedule : null;
  return (
    <section aria-labelledby="schedule">
      <div className="head">
        <h2 className="h2" id="schedule">
          {text.title}
        </h2>
        {save && (
          <Button small onClick={() => setOpen(true)}>
            {text.change}
          </Button>
        )}
      </div>
      <p className="note">
        {on ? (
          <>
            {text.on} <code>{on.cron}</code> ({on.zone}), {text.inNameOf} <bdi>{on.operator}</bdi>.{" "}
            {on.nextAt !== null && (
              <>
                {text.next} <DateTime stamp={on.nextAt} zone />.
              </>
            )}
          </>
        ) : (
          text.off
        )}
      </p>
      {open && save && (
        <ScheduleDialog schedule={schedule} save={save} close={() => setOpen(false)} />
      )}
    </section>
  );
}

type DialogProps = {
  schedule: ScheduleView | null;
  save: RetentionActions["schedule"];
  close: () => void;
};

function ScheduleDialog({ schedule, save, close }: DialogProps) {
  const text = useText().retention.schedule;
  const { zone: lens } = usePreferences();
  const [cron, setCron] = useState(schedule?.cron ?? "20 3 * * *");
  const [zone, setZone] = useState(schedule?.zone ?? lens);
  const [enabled, setEnabled] = useState(schedule?.enabled ?? true);
  const { busy, error, run } = useDeed(() => save({ cron, zone, enabled }), close);
  return (
    <ConfirmDialog
      open
      onOpenChange={(it) => !it && close()}
      title={text.title}
      note={text.note}
      act={text.act}
      tone="first"
      busy={busy}
      error={error}
      onConfirm={run}
    >
      <Checkbox
        label={text.enabled}
        hint={text.enabledHint}
        checked={enabled}
        onChange={(event) => setEnabled(event.target.checked)}
      />
      <Field
        label={text.cron}
        hint={text.cronHint}
        value={cron}
        onChange={(event) => setCron(event.target.value)}
        spellCheck={false}
        required
      />
      <Field
        label={text.zone}
        hint={text.zoneHint}
        value={zone}
        onChange={(event) => setZone(event.target.value)}
        spellCheck={false}
        required
      />
    </ConfirmDialog>
  );
}
