"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { useText } from "@/components/use-text";
import { crumbsOf } from "./crumbs-of";
import { useShell } from "./shell-context";

export function Crumbs() {
  const text = useText().frame;
  const pathname = usePathname();
  const { crumbs } = useShell();
  const shown = crumbs ?? crumbsOf(pathname, text);
  return (
    <nav className="crumb" aria-label={text.whereAmI}>
      {shown.map((crumb, place) => {
        const last = place === shown.length - 1;
        return (
          <Fragment key={`${crumb.href ?? ""} ${crumb.label}`}>
            {place > 0 && (
              <span className="sl" aria-hidden="true">
                /
              </span>
            )}
            {last || !crumb.href ? (
              <span aria-current={last ? "page" : undefined}>
                <bdi>{crumb.label}</bdi>
              </span>
            ) : (
              <Link href={crumb.href} prefetch={false}>
                <bdi>{crumb.label}</bdi>
              </Link>
            )}
          </Fragment>
        );
      })}
    </nav>
  );
}
