"use client";

import { Door } from "@/components/shell/door";
import { digestOf, FailureActs } from "@/components/shell/failure";
import { useText } from "@/components/use-text";

/** For pages outside the console, which have no frame around them. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const { frame } = useText();
  const digest = digestOf(error);
  return (
    <Door
      product={frame.product}
      skip={frame.skip}
      title={frame.error.title}
      lead={frame.error.lead}
      foot={
        digest && (
          <span>
            {frame.error.code} <span className="mono">{digest}</span>.
          </span>
        )
      }
    >
      <FailureActs retry={retry} />
    </Door>
  );
}
