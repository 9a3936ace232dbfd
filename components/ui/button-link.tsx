import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

type Props = Omit<ComponentProps<"a">, "href"> & {
  /** `false` for pages that read messages: nothing is read that nobody opened. */
  prefetch?: false;
  href: Route;
  tone?: "first" | "loss";
  small?: boolean;
  icon?: IconName;
  children: ReactNode;
};

/** Looks like a button and goes somewhere. */
export function ButtonLink({ href, tone, small, icon, className, children, ...rest }: Props) {
  return (
    <Link {...rest} href={href} className={cn("btn", tone, small && "s", className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
