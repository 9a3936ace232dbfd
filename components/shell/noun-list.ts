import type { Route } from "next";
import type { IconName } from "@/components/ui/icon";
import type { Permission } from "@/lib/auth/permissions";

export type Noun = {
  name: "archive" | "audit" | "access";
  href: Route;
  icon: IconName;
  permission: Permission;
};

/** Nouns that work, in two groups: what is kept, and who looks at it. Order is order on screen. */
export const NOUN_GROUPS: readonly (readonly Noun[])[] = [
  [{ name: "archive", href: "/archive" as Route, icon: "archive", permission: "archive.browse" }],
  [
    { name: "audit", href: "/audit" as Route, icon: "audit", permission: "audit.read" },
    { name: "access", href: "/access" as Route, icon: "access", permission: "operator.manage" },
  ],
];

export const NOUNS = NOUN_GROUPS.flat();
