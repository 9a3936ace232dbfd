"use client";

import { useEffect } from "react";
import { type KeyLine, useShell } from "./shell-context";

/** Adds the keys of a page to the list that `?` shows. The page listens to them by itself. */
export function PageKeys({ title, lines }: { title: string; lines: readonly KeyLine[] }) {
  const { setKeys } = useShell();
  const said = JSON.stringify({ title, lines });
  useEffect(() => {
    setKeys(JSON.parse(said) as { title: string; lines: KeyLine[] });
    return () => setKeys(null);
  }, [said, setKeys]);
  return null;
}
