"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { usePreferences } from "@/components/preferences";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import type { ShellHost } from "./types";

const ALL = "";

function hostOf(pathname: string, search: URLSearchParams): string {
  const [first, second, third] = pathname.split("/").filter(Boolean);
  if (first === "archive" && second && third && second !== "message")
    return decodeURIComponent(second);
  return first === "archive" ? (search.get("host") ?? ALL) : ALL;
}

/** Leads to the owners of one host, or of all. */
export function HostSwitch({
  hosts,
  className,
}: {
  hosts: readonly ShellHost[];
  className?: string;
}) {
  const text = useText().frame;
  const { locale } = usePreferences();
  const router = useRouter();
  const current = hostOf(usePathname(), useSearchParams());
  if (hosts.length === 0) return null;
  const shown = current || text.allHosts;
  const go = (host: string) =>
    router.push((host ? `/archive?host=${encodeURIComponent(host)}` : "/archive") as Route);
  return (
    <Menu
      trigger={
        <button type="button" className={cn("tool", className)} aria-label={text.hostIs(shown)}>
          <span className="max-w-[200px] truncate">{shown}</span>
          <Icon name="down" className="down" />
        </button>
      }
    >
      <MenuChoice
        label={text.host}
        value={current}
        onValueChange={go}
        options={[
          { value: ALL, label: text.allHosts },
          ...hosts.map(({ host, rows }) => ({
            value: host,
            label: host,
            end: rows === null ? undefined : text.hostRows(formatNumber(rows, locale)),
          })),
        ]}
      />
    </Menu>
  );
}
