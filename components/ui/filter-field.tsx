import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";

type Props = ComponentProps<"input"> & { label: string; small?: boolean };

/** Filters a list as one types. `/` goes to the first one of a page. The placeholder is the label. */
export function FilterField({ label, small, className, ...rest }: Props) {
  return (
    <div className={cn("filter", small && "s", className)}>
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        aria-label={label}
        placeholder={rest.placeholder ?? label}
        data-page-filter
      />
    </div>
  );
}
