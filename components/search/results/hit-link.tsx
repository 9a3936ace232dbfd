"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { isPlainClick } from "./is-plain-click";

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch" | "onClick"> & {
  href: Route;
  onOpen: () => void;
};

/** Leads to a message. What was asked goes into the address before one leaves (`data-settles`, use-leaving.ts). */
export function HitLink({ href, onOpen, ...rest }: Props) {
  return (
    <Link
      {...rest}
      href={href}
      prefetch={false}
      data-settles
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpen();
      }}
    />
  );
}
