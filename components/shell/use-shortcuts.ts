"use client";

import { useEffect, useEffectEvent } from "react";

type Shortcuts = {
  palette: () => void;
  keys: () => void;
  search: () => void;
  filter: () => void;
  rail: () => void;
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Keys of the whole console. Single letters rest while somebody types or something floats. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const run = find(event, shortcuts);
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function find(event: KeyboardEvent, shortcuts: Shortcuts): (() => void) | null {
  if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === "k") {
    return shortcuts.palette;
  }
  if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return null;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return null;
  if (event.key === "?") return shortcuts.keys;
  if (event.key === "/") return shortcuts.search;
  if (event.key === "f") return shortcuts.filter;
  return event.key === "[" ? shortcuts.rail : null;
}

/** The first filter of the page that can be seen. */
export function focusFilter(): void {
  focusFirst("[data-page-filter]");
}

/** The box of the search page; false on every other page. */
export function focusSearch(): boolean {
  const box = focusFirst("[data-search-box]");
  if (box instanceof HTMLTextAreaElement) box.setSelectionRange(box.value.length, box.value.length);
  return box !== null;
}

function focusFirst(selector: string): HTMLElement | null {
  const found = [...document.querySelectorAll<HTMLElement>(selector)];
  const seen = found.find((it) => it.offsetParent !== null) ?? null;
  seen?.focus();
  return seen;
}
