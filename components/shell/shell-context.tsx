"use client";

import type { Route } from "next";
import { createContext, type ReactNode, use, useMemo, useState } from "react";

export type Crumb = { label: string; href?: Route };
export type KeyLine = { keys: readonly string[]; does: string };
export type KeyGroup = { title: string; lines: readonly KeyLine[] };

type Value = {
  /** Set by a page that knows better than its address; null: the address speaks. */
  crumbs: readonly Crumb[] | null;
  setCrumbs: (crumbs: readonly Crumb[] | null) => void;
  keys: KeyGroup | null;
  setKeys: (keys: KeyGroup | null) => void;
  floating: "palette" | "keys" | "drawer" | null;
  setFloating: (what: Value["floating"]) => void;
};

const Context = createContext<Value | null>(null);

export function ShellProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<Value["crumbs"]>(null);
  const [keys, setKeys] = useState<Value["keys"]>(null);
  const [floating, setFloating] = useState<Value["floating"]>(null);
  const value = useMemo(
    () => ({ crumbs, setCrumbs, keys, setKeys, floating, setFloating }),
    [crumbs, keys, floating],
  );
  return <Context value={value}>{children}</Context>;
}

export function useShell(): Value {
  const value = use(Context);
  if (!value) throw new Error("useShell needs ShellProvider above it");
  return value;
}
