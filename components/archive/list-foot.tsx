"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useText } from "@/components/use-text";
import { sentenceOf } from "@/lib/refusal";

type Props = {
  /** An infinite query; only what its foot needs. */
  query: {
    error: Error | null;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
  /** What the button says. */
  more: string;
  className?: string;
  /** How much is shown, or why nothing is. */
  children?: ReactNode;
};

/** The end of a list that may go on: what went wrong, how much there is, and more of it. */
export function ListFoot({ query, more, className, children }: Props) {
  const { errors } = useText();
  return (
    <div className={cn("row wrap note", className)} aria-live="polite">
      {query.error && sentenceOf(errors, query.error)}
      {children}
      {query.hasNextPage && (
        <Button small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {more}
        </Button>
      )}
    </div>
  );
}
