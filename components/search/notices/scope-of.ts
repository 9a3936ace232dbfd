import type { RevealScope } from "@/components/archive/reveal/reveal-form";
import type { Query } from "@/lib/search/language/query";

export type ScopeKind = "everything" | "host" | "owner";

/** What the dialog has chosen; `host` and `owner` count only for their kind. */
export type ScopeChoice = { kind: ScopeKind; host: string; owner: string };

/** `mara@example.org` → an archive; null: no address of one. */
export function ownerScope(jid: string): RevealScope | null {
  const [user = "", host = "", ...rest] = jid.trim().split("@");
  return user !== "" && host !== "" && rest.length === 0 ? { host, user } : null;
}

/** What a choice opens; null: not chosen yet. */
export function scopeOf({ kind, host, owner }: ScopeChoice): RevealScope | null {
  if (kind === "everything") return { host: null, user: null };
  if (kind === "owner") return ownerScope(owner);
  return host === "" ? null : { host, user: null };
}

/** The least that this query needs, where it names a place. */
export function proposedScope({ filters }: Query, hosts: readonly string[]): ScopeChoice {
  const places = [...filters.in.include, ...filters.host.include];
  const [place] = places;
  const [first = ""] = hosts;
  const everything: ScopeChoice = { kind: "everything", host: first, owner: "" };
  if (place === undefined || places.length > 1) return everything;
  if (hosts.includes(place)) return { kind: "host", host: place, owner: "" };
  return ownerScope(place) ? { kind: "owner", host: first, owner: place } : everything;
}

type Open = readonly { host: string | null; user: string | null }[];

/**
 * One step wider than what is open: the place that the query names when it is closed, else from an archive
 * to its host, and from a host to everything. null: nothing is wider.
 */
export function widerScope(open: Open, query: Query, hosts: readonly string[]): ScopeChoice | null {
  if (open.some((it) => it.host === null)) return null;
  const named = proposedScope(query, hosts);
  const place = named.kind === "everything" ? null : scopeOf(named);
  if (place && !isOpen(place, open)) return named;
  const host = commonHost(open);
  return host !== null && hosts.includes(host)
    ? { kind: "host", host, owner: "" }
    : { kind: "everything", host: named.host, owner: "" };
}

function isOpen(scope: RevealScope, open: Open): boolean {
  return open.some((it) => it.host === scope.host && (it.user === null || it.user === scope.user));
}

/** The host of single archives; null when there are several, or one is open as a whole. */
function commonHost(open: Open): string | null {
  const [host = null, ...others] = new Set(open.map((it) => it.host));
  return others.length === 0 && open.every((it) => it.user !== null) ? host : null;
}
