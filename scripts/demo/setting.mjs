/** @typedef {{ host: string, user: string, store: string, key: string, type: "json" | "string" | "number" | "boolean", value: string }} Setting */

/** One row of a keyval store, typed as Prosody types it. */
/** @param {string} host @param {string} user @param {string} store @returns {(key: string, value: unknown) => Setting} */
export function setter(host, user, store) {
  return (key, value) => ({
    host,
    user,
    store,
    key,
    type:
      typeof value === "object"
        ? "json"
        : /** @type {"string" | "number" | "boolean"} */ (typeof value),
    value: typeof value === "object" ? JSON.stringify(value) : String(value),
  });
}
