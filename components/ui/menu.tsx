"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { keepTyping } from "./focus-back";
import { Icon, type IconName } from "./icon";

type MenuProps = {
  /** One element, a button. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  children: ReactNode;
  className?: string;
};

/** Not modal: the page behind keeps its headings and landmarks for screen readers. */
export function Menu({ trigger, align = "end", children, className }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={landmark()}>
        <Radix.Content
          className={cn("menu", className)}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={keepTyping}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Inside the page's own landmark, where it can be found; the body is none. */
function landmark(): HTMLElement | null {
  return typeof document === "undefined" ? null : document.getElementById("main");
}

type ItemProps = ComponentProps<typeof Radix.Item> & {
  icon?: IconName;
  tone?: "loss";
  /** Quiet words at the end of the line. */
  end?: ReactNode;
};

export function MenuItem({ icon, tone, end, className, children, ...rest }: ItemProps) {
  return (
    <Radix.Item {...rest} className={cn("item", tone, className)}>
      {icon && <Icon name={icon} />}
      {children}
      {end && <span className="end">{end}</span>}
    </Radix.Item>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; label: ReactNode; end?: ReactNode }[];
  onValueChange: (value: T) => void;
};

/** One of several, with a heading; the chosen one is ticked. */
export function MenuChoice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, onValueChange } = props;
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onValueChange(next as T)}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className="item">
          <span>{option.label}</span>
          <span className="end">
            {option.end}
            <Radix.ItemIndicator>
              <Icon name="check" />
            </Radix.ItemIndicator>
          </span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="label">{children}</Radix.Label>;
}

export function MenuLine() {
  return <Radix.Separator className="line" />;
}
