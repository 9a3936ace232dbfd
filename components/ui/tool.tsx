import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

type Props = ComponentProps<"button"> & {
  icon: IconName;
  /** Said to screen readers; shown beside the icon when `words`. */
  label: string;
  words?: boolean;
};

/** A quiet button with an icon, for bars and rows. */
export function Tool({ icon, label, words, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={cn("tool", !words && !children && "sq", className)}
      aria-label={words ? undefined : label}
    >
      <Icon name={icon} />
      {words && label}
      {children}
    </button>
  );
}
