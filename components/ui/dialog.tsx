"use client";

import { Dialog as Radix } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { useText } from "@/components/use-text";
import { cn } from "./cn";
import { useFocusBack } from "./focus-back";
import { Tool } from "./tool";

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** One element that opens it; without it the dialog is controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  /** One or two sentences under the title. */
  note?: ReactNode;
  /** Pixels; 480 unless told. */
  width?: number;
  children?: ReactNode;
  className?: string;
};

/** What is to be filled in (`data-first`), else the first field has the focus or, where there is only a choice, the way back; never the cross. */
function focusFirst(event: Event) {
  const content = event.currentTarget as HTMLElement;
  const first =
    content.querySelector<HTMLElement>("[data-first]") ??
    content.querySelector<HTMLElement>("textarea, select, input:not(:disabled), .acts .btn + .btn");
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** For decisions, never for reading. Escape and the veil close it; the focus goes back where it was. */
export function Dialog(props: Props) {
  const { open, onOpenChange, trigger, title, note, width, children, className } = props;
  const text = useText().ui;
  const { remember, giveBack } = useFocusBack();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={cn("dialog", className)}
          style={width ? ({ "--w": `${width}px` } as CSSProperties) : undefined}
          onOpenAutoFocus={(event) => {
            remember();
            focusFirst(event);
          }}
          onCloseAutoFocus={giveBack}
          {...(note ? {} : { "aria-describedby": undefined })}
        >
          <div className="bar">
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close asChild>
              <Tool icon="x" label={text.close} />
            </Radix.Close>
          </div>
          {note && <Radix.Description className="note">{note}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
