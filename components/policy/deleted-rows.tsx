"use client";

import { useQuery } from "@tanstack/react-query";
import { Num } from "@/components/ui/num";
import type { PolicyChange } from "@/lib/policy/change";
import { previewQuery } from "./policy-queries";

/** What these changes would delete, as the preview counts it. */
export function DeletedRows({ changes }: { changes: PolicyChange[] }) {
  const { data } = useQuery(previewQuery(changes));
  return <Num value={data?.blast.state === "ready" ? data.blast.rows : null} />;
}
