import type { ReactNode } from "react";
import { cn } from "./cn";

/** The sentence every page opens with; its numbers in `<b>` or links. It already answers the question. */
export function Abstract({ children, className }: { children: ReactNode; className?: string }) {
  return <p className={cn("abstract", className)}>{children}</p>;
}
