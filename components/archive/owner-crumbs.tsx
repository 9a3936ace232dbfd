"use client";

import type { Route } from "next";
import { ownerPath } from "@/components/archive/owners/owner-row";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { useText } from "@/components/use-text";

type Props = {
  owner: { host: string; user: string; name: string | null };
  /** A row of this owner: then the owner leads back to the archive. */
  row?: number;
};

/** Archive, host, the owner by name and, on a message's page, the row. */
export function OwnerCrumbs({ owner, row }: Props) {
  const { frame } = useText();
  const { host, user, name } = owner;
  const label = name ?? user;
  return (
    <PageCrumbs
      crumbs={[
        { label: frame.nouns.archive, href: "/archive" as Route },
        { label: host, href: `/archive?host=${encodeURIComponent(host)}` as Route },
        ...(row === undefined
          ? [{ label }]
          : [
              { label, href: ownerPath(owner) as Route },
              { label: frame.crumbs.message(String(row)) },
            ]),
      ]}
    />
  );
}
