import type { Route } from "next";
import type { Texts } from "@/lib/i18n/texts";
import { NOUNS } from "./noun-list";
import type { Crumb } from "./shell-context";

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The breadcrumb that an address says by itself: `/`, `/archive/host/owner`, `/archive/message/42`, `/audit`. */
export function crumbsOf(pathname: string, text: Texts["frame"]): Crumb[] {
  const [first, second, third] = pathname.split("/").filter(Boolean).map(decode);
  const noun = NOUNS.find((known) => known.href === `/${first ?? ""}`);
  if (!noun) return [];
  const start: Crumb = { label: text.nouns[noun.name], href: noun.href };
  if (!second) return [{ label: start.label }];
  if (second === "message" && third) return [start, { label: text.crumbs.message(third) }];
  const host: Crumb = {
    label: second,
    href: `/archive?host=${encodeURIComponent(second)}` as Route,
  };
  return third ? [start, host, { label: third }] : [start, { label: second }];
}
