import { cn } from "./cn";
import { ICON_PATHS, type IconName } from "./icon-paths";

export type { IconName };

type Props = { name: IconName; className?: string; label?: string };

/** Decoration beside a word unless `label` is given; then it stands for itself. */
export function Icon({ name, className, label }: Props) {
  const path = <path d={ICON_PATHS[name]} />;
  return label ? (
    <svg className={cn("i", className)} viewBox="0 0 16 16" role="img" aria-label={label}>
      {path}
    </svg>
  ) : (
    <svg className={cn("i", className)} viewBox="0 0 16 16" aria-hidden="true">
      {path}
    </svg>
  );
}
