"use client";

/**
 * Notes in the address which message is at the upper edge, so that *back* and a reload find the place.
 * Not through the router: its own replaceState would cancel a navigation that has just begun.
 */
export function keepPlace(rowId: number): void {
  const url = new URL(location.href);
  url.searchParams.set("at", String(rowId));
  url.searchParams.delete("date");
  History.prototype.replaceState.call(history, history.state, "", url);
}
