import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

export type ButtonProps = ComponentProps<"button"> & {
  /** `first`: the one primary button of a page. `loss`: what it does cannot be undone. */
  tone?: "first" | "loss";
  small?: boolean;
  icon?: IconName;
  /** Work is under way: not clickable, but still focusable, so that the focus is not lost. */
  busy?: boolean;
};

/** Words say what happens. `type` is `button` unless told otherwise. */
export function Button({ tone, small, icon, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      onClick={busy ? undefined : rest.onClick}
      className={cn("btn", tone, small && "s", className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
