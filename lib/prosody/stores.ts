/**
 * Stores whose rows are messages that people read: `archive` (mod_mam), `archive2` (where
 * `archive_store` says so) and `muc_log` (mod_muc_mam, fixed name). `offline` is shown apart; PEP, uploads
 * and the rest are counted and never read.
 */
export const MESSAGE_STORES = ["archive", "archive2", "muc_log"] as const;

export const ROOM_STORE = "muc_log";
export const OFFLINE_STORE = "offline";

export function isMessageStore(store: string): boolean {
  return (MESSAGE_STORES as readonly string[]).includes(store);
}

export function isRoomStore(store: string): boolean {
  return store === ROOM_STORE;
}
