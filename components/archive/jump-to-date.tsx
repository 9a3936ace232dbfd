"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { isDayKey } from "@/lib/format/day";

/** Before any message there can be: the first one on or after it is the oldest. */
const BEGINNING = "1970-01-01";

type Props = {
  /** The day in view; where the field begins. */
  day: string | null;
  onJump(day: string): void;
  onNewest(): void;
};

/** A day in the zone of the lens; the transcript opens at the first message on or after it. */
export function JumpToDate({ day, onJump, onNewest }: Props) {
  const t = useText().archive.owner;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={t.jump}
        trigger={
          <Button small icon="date">
            {t.jump}
          </Button>
        }
      >
        <DayForm
          day={day}
          onSubmit={(chosen) => {
            setOpen(false);
            onJump(chosen);
          }}
        />
      </Popover>
      <Tool
        icon="top"
        className="only-wide"
        label={t.oldest}
        title={t.oldest}
        onClick={() => onJump(BEGINNING)}
      />
      <Tool icon="bottom" label={t.newest} title={t.newest} onClick={onNewest} />
    </>
  );
}

/** Mounted with the popover, so that it begins anew at the day in view. */
function DayForm({ day, onSubmit }: { day: string | null; onSubmit(day: string): void }) {
  const t = useText().archive.owner;
  const [value, setValue] = useState(day ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDayKey(value)) onSubmit(value);
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field
        label={t.jumpLabel}
        type="date"
        required
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" small>
        {t.jumpGo}
      </Button>
    </form>
  );
}
