"use client";

import { useLayoutEffect } from "react";
import { type Crumb, useShell } from "./shell-context";

/**
 * Put into a page that can name itself better than its address does (a person's name instead of a JID).
 * The last crumb is the page itself. Without this the breadcrumb is made from the address.
 */
export function PageCrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { setCrumbs } = useShell();
  // A new array with the same words is the same breadcrumb.
  const said = JSON.stringify(crumbs);
  useLayoutEffect(() => {
    setCrumbs(JSON.parse(said) as Crumb[]);
    return () => setCrumbs(null);
  }, [said, setCrumbs]);
  return null;
}
