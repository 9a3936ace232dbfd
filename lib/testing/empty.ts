// What "server-only" becomes outside Next: the real package refuses to load in plain Node.
export {};
