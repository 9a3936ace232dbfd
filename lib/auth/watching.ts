/** On requests a page makes by itself, again and again: they do not keep a session from idling. */
export const WATCHING_HEADER = "x-muniment-watching";
