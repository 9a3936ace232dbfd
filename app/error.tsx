"use client";

import { Failure } from "@/components/shell/failure";

/** For pages outside the console, which have no frame around them. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main">
      <Failure error={error} retry={retry} />
    </main>
  );
}
