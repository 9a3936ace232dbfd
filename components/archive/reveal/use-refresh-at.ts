"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page anew when the reading is over, so that no word stays on screen longer than allowed. */
export function useRefreshAt(expiresAt: string | null): void {
  const router = useRouter();
  useEffect(() => {
    if (!expiresAt) return;
    const left = Math.max(0, Date.parse(expiresAt) - Date.now()) + 500;
    const timer = setTimeout(() => router.refresh(), left);
    return () => clearTimeout(timer);
  }, [expiresAt, router]);
}
