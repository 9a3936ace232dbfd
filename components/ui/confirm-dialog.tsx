"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useText } from "@/components/use-text";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What happens, with exact counts, and what cannot be undone. */
  note: ReactNode;
  /** What the button says: the deed, not "OK". */
  act: string;
  tone?: "first" | "loss";
  /** Has to be typed before the button works. */
  typed?: string;
  busy?: boolean;
  /** Why the last attempt failed. */
  error?: string | null;
  onConfirm: () => void;
  children?: ReactNode;
};

export function ConfirmDialog(props: Props) {
  const { title, note, act, tone = "loss", typed, busy, error, onConfirm, children } = props;
  const text = useText().ui;
  const [value, setValue] = useState("");
  const ready = !typed || value.trim() === typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  };
  const change = (open: boolean) => {
    setValue("");
    props.onOpenChange(open);
  };
  return (
    <Dialog open={props.open} onOpenChange={change} title={title} note={note}>
      <form onSubmit={submit} className="grid gap-4">
        {children}
        {typed && (
          <Field
            label={text.typeToConfirm(typed)}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {error && (
          <p className="wrong" role="alert">
            {error}
          </p>
        )}
        <div className="acts">
          <Button type="submit" tone={tone} busy={busy} aria-disabled={!ready || undefined}>
            {act}
          </Button>
          <Button onClick={() => change(false)}>{text.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
