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
/** First words of addresses that take `?host=`; the overview's is none. */
const HAVE_A_HOST: readonly string[] = ["", "archive", "storage"];

function hostOf(pathname: string, search: URLSearchParams): string {
  const [first, second, third] = pathname.split("/").filter(Boolean);
  if (first === "archive" && second && third && second !== "message")
    return decodeURIComponent(second);
  return HAVE_A_HOST.includes(first ?? "") ? (search.get("host") ?? ALL) : ALL;
}

/** Where the host goes: into the address of a page that knows hosts, or to the owners of the archive. */
function addressOf(host: string, pathname: string, search: URLSearchParams): Route {
  const here = pathname.split("/").filter(Boolean);
  const stays = here.length < 2 && here[0] !== "archive" && HAVE_A_HOST.includes(here[0] ?? "");
  const params = new URLSearchParams(stays ? search : undefined);
  if (host === ALL) params.delete("host");
  else params.set("host", host);
  const query = params.toString();
  return `${stays ? pathname : "/archive"}${query ? `?${query}` : ""}` as Route;
}

/** Narrows the page to one host, or widens it to all; from elsewhere it leads to the owners. */
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
  const pathname = usePathname();
  const search = useSearchParams();
  const current = hostOf(pathname, search);
  if (hosts.length === 0) return null;
  const shown = current || text.allHosts;
  const go = (host: string) => router.push(addressOf(host, pathname, search));
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
