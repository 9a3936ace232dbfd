import type { Route } from "next";
import type { IconName } from "@/components/ui/icon";
import type { Permission } from "@/lib/auth/permissions";

export type Noun = {
  name:
    | "overview"
    | "archive"
    | "search"
    | "storage"
    | "policy"
    | "retention"
    | "holds"
    | "server"
    | "approvals"
    | "audit"
    | "access";
  href: Route;
  icon: IconName;
  permission: Permission;
};

/** Nouns that work, in two groups: what is kept, and who looks at it. Order is order on screen. */
export const NOUN_GROUPS: readonly (readonly Noun[])[] = [
  [
    { name: "overview", href: "/" as Route, icon: "overview", permission: "retention.read" },
    { name: "archive", href: "/archive" as Route, icon: "archive", permission: "archive.browse" },
    { name: "search", href: "/search" as Route, icon: "search", permission: "search.metadata" },
    { name: "storage", href: "/storage" as Route, icon: "storage", permission: "storage.read" },
  ],
  [
    { name: "policy", href: "/policy" as Route, icon: "policy", permission: "policy.read" },
    {
      name: "retention",
      href: "/retention" as Route,
      icon: "retention",
      permission: "retention.read",
    },
    { name: "holds", href: "/holds" as Route, icon: "hold", permission: "hold.read" },
  ],
  [{ name: "server", href: "/server" as Route, icon: "server", permission: "server.read" }],
  [
    { name: "approvals", href: "/approvals" as Route, icon: "checks", permission: "policy.read" },
    { name: "audit", href: "/audit" as Route, icon: "audit", permission: "audit.read" },
    { name: "access", href: "/access" as Route, icon: "access", permission: "operator.manage" },
  ],
];

export const NOUNS = NOUN_GROUPS.flat();
