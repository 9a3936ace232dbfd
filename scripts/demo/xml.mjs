/**
 * Stanzas as Prosody writes them: single quotes, no jabber:client namespace, empty elements closed in
 * place, attributes (xmlns among them) in the random order of a Lua table.
 */

/** Attributes as name, value, name, value. @typedef {{ name: string, attrs: string[], children: (Node | string | null | undefined | false)[] }} Node */

const ESCAPES = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  '"': "&quot;",
});

/** util.stanza xml_escape: the same five in text and attributes. @param {string} text */
export function escapeXml(text) {
  return /[&<>'"]/.test(text) ? text.replace(/[&<>'"]/g, (c) => ESCAPES[c] ?? c) : text;
}

/**
 * @param {string} name
 * @param {Record<string, string | number | null | undefined>} attrs without those that are null
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {Node}
 */
export function el(name, attrs, ...children) {
  /** @type {string[]} */
  const list = [];
  for (const key in attrs) {
    const value = attrs[key];
    if (value !== null && value !== undefined) list.push(key, String(value));
  }
  return { name, attrs: list, children: /** @type {Node["children"]} */ (children) };
}

/**
 * @param {Node} node
 * @param {number} turn decides the order of attributes, as the hash seed of a Lua table would
 * @returns {string}
 */
export function writeXml(node, turn) {
  const { name, attrs, children } = node;
  const count = attrs.length >> 1;
  let out = `<${name}`;
  for (let i = 0; i < count; i++) {
    const at = (i + (turn >> 1)) % count;
    const k = 2 * (turn & 1 ? count - 1 - at : at);
    out += ` ${attrs[k]}='${escapeXml(attrs[k + 1] ?? "")}'`;
  }
  let inner = "";
  for (const child of children) {
    if (!child) continue;
    inner += typeof child === "string" ? escapeXml(child) : writeXml(child, turn + 3);
  }
  return inner === "" ? `${out}/>` : `${out}>${inner}</${name}>`;
}
