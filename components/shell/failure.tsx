"use client";

import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Finding } from "@/components/ui/finding";
import { useText } from "@/components/use-text";

type Props = { error: unknown; retry: () => void };

/** The code under which the server's log has the cause; messages of the server never come this far. */
export function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}

/** In the frame, in place of the page that failed. */
export function Failure({ error, retry }: Props) {
  const text = useText().frame.error;
  const digest = digestOf(error);
  return (
    <div className="page">
      <h1 className="title">{text.title}</h1>
      <Finding level={2} tone="loss" title={text.lead} className="last">
        {digest && (
          <>
            {text.code} <span className="mono">{digest}</span>.
          </>
        )}
      </Finding>
      <FailureActs retry={retry} />
    </div>
  );
}

export function FailureActs({ retry }: { retry: () => void }) {
  const text = useText().frame.error;
  return (
    <div className="row wrap">
      <Button tone="first" onClick={retry}>
        {text.retry}
      </Button>
      <ButtonLink href={"/" as Route} prefetch={false}>
        {text.home}
      </ButtonLink>
    </div>
  );
}
