"use client";

import { Dialog as Radix } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { useText } from "@/components/use-text";
import { cn } from "./cn";
import { useFocusBack } from "./focus-back";
import { Tool } from "./tool";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** `end`: the margin (inspector); `start`: a list that left the page on a small screen. */
  side?: "end" | "start";
  /** Pixels; 420 unless told, never wider than the screen. */
  width?: number;
  children: ReactNode;
  className?: string;
};

/** What leaves the page on small screens comes back as a sheet from the side. */
export function Sheet(props: Props) {
  const { open, onOpenChange, title, side = "end", width, children, className } = props;
  const text = useText().ui;
  const { remember, giveBack } = useFocusBack();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={cn("sheet", side === "start" && "start", className)}
          style={width ? ({ "--w": `${width}px` } as CSSProperties) : undefined}
          aria-describedby={undefined}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={giveBack}
        >
          <div className="bar">
            <Radix.Title className="h2">{title}</Radix.Title>
            <Radix.Close asChild>
              <Tool icon="x" label={text.close} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
