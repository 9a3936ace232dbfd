"use client";

import { useEffect, useState } from "react";
import { usePreferences } from "@/components/preferences";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { SignInRefusal } from "@/lib/auth/sign-in-refusal";
import { formatDuration } from "@/lib/format/duration";

/** Never says whether the name exists. The wait counts down by itself. */
export function Refusal({ refusal }: { refusal: SignInRefusal }) {
  const text = useText().signIn;
  const { locale } = usePreferences();
  const left = useCountdown(refusal.waitSeconds);
  const span = formatDuration(left, locale);
  const words = () => {
    if (refusal.kind === "unavailable") return text.failed;
    if (left === 0) return text.refused;
    return refusal.kind === "wait" ? text.slowed(span) : text.refusedWait(span);
  };
  return (
    <p className="said loss">
      <Icon name={refusal.kind === "refused" ? "fail" : "clock"} />
      <span>{words()}</span>
    </p>
  );
}

function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
