"use client";

import { useEffect, useEffectEvent } from "react";

const isBusyElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    document.querySelector('[role="dialog"], [role="menu"]') !== null);

/** j and k move from hit to hit, Enter and o open the one that has the focus. */
export function useHitKeys(): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isBusyElsewhere(event.target)) return;
    const hits = [...document.querySelectorAll<HTMLElement>("[data-hit]")];
    const here = hits.findIndex((it) => it.contains(document.activeElement));
    if (event.key === "j" || event.key === "k") {
      const next = hits[here + (event.key === "j" ? 1 : -1)] ?? (here < 0 ? hits[0] : undefined);
      if (!next) return;
      event.preventDefault();
      focusHit(next);
    } else if (
      event.key === "o" ||
      (event.key === "Enter" && document.activeElement === hits[here])
    ) {
      const link = hits[here]?.querySelector<HTMLElement>("a.when");
      if (!link) return;
      event.preventDefault();
      link.click();
    }
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

export function focusHit(hit: HTMLElement): void {
  hit.focus({ preventScroll: true });
  hit.scrollIntoView({ block: "nearest" });
}
