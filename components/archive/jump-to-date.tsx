"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { isDayKey } from "@/lib/format/day";

type Props = { onJump(day: string): void; onNewest(): void };

/** A day in the zone of the lens; the transcript opens at the first message on or after it. */
export function JumpToDate({ onJump, onNewest }: Props) {
  const t = useText().archive.owner;
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDayKey(day)) return;
    setOpen(false);
    onJump(day);
  };
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
        <form onSubmit={submit} className="grid gap-3 p-3">
          <Field
            label={t.jumpLabel}
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button type="submit" small>
            {t.jumpGo}
          </Button>
        </form>
      </Popover>
      <Tool icon="down" label={t.newest} title={t.newest} onClick={onNewest} />
    </>
  );
}
