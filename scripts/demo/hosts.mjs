export const ROOM_HOST = "rooms.northquay.example";
export const UPLOAD_HOST = "upload.northquay.example";
export const HOME = "northquay.example";
export const PARTNERS = "partners.northquay.example";
/** Federates with us; its accounts are not ours. */
export const REMOTE = "harbourline.example";
