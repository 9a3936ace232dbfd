import type { Route } from "next";
import type { Hit } from "@/lib/search/views";

type Place = Pick<Hit, "owner" | "peer">;

const archiveOf = ({ host, user }: Hit["owner"]) =>
  `/archive/${encodeURIComponent(host)}/${encodeURIComponent(user)}`;

/** The conversation a hit is in. */
export function conversationLink({ owner, peer }: Place): Route {
  const query = peer === null || owner.isRoom ? "" : `?${new URLSearchParams({ with: peer })}`;
  return `${archiveOf(owner)}${query}` as Route;
}

/** The same at one message, which is chosen there. */
export function transcriptLink({ owner, peer }: Place, rowId: number): Route {
  const query = new URLSearchParams({
    ...(peer === null || owner.isRoom ? {} : { with: peer }),
    at: String(rowId),
    row: String(rowId),
  });
  return `${archiveOf(owner)}?${query}` as Route;
}
