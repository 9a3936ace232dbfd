import { cn } from "./cn";

type Props = {
  /** CSS lengths; the shape of what comes. */
  width?: string;
  height?: string;
  className?: string;
};

/** Decoration: the region around it says that it is loading (`aria-busy`). */
export function Skeleton({ width = "100%", height = "12px", className }: Props) {
  return <span className={cn("bone", className)} style={{ width, height }} aria-hidden="true" />;
}

/** Lines of text, uneven as text is. */
export function SkeletonLines({ lines }: { lines: number }) {
  const widths = ["92%", "78%", "86%", "64%", "90%", "71%"];
  return (
    <span className="grid gap-2">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
        <Skeleton key={line} width={widths[line % widths.length]} />
      ))}
    </span>
  );
}
