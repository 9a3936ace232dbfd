/**
 * Stanzas as Prosody writes them: single quotes, no jabber:client namespace, empty elements closed in
 * place, attributes (xmlns among them) in the random order of a Lua table.
 */

/** @typedef {{ name: string, attrs: [string, string][], children: (Node | string)[] }} Node */

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
  /** @type {[string, string][]} */
  const list = [];
  for (const key in attrs) {
    const value = attrs[key];
    if (value !== null && value !== undefined) list.push([key, String(value)]);
  }
  return {
    name,
    attrs: list,
    children: /** @type {(Node | string)[]} */ (children.filter((c) => c || c === "")),
  };
}

/**
 * @param {Node} node
 * @param {number} turn decides the order of attributes, as the hash seed of a Lua table would
 * @returns {string}
 */
export function writeXml(node, turn) {
  const { name, attrs, children } = node;
  const count = attrs.length;
  let out = `<${name}`;
  for (let i = 0; i < count; i++) {
    const at = turn & 1 ? count - 1 - ((i + (turn >> 1)) % count) : (i + (turn >> 1)) % count;
    const attr = /** @type {[string, string]} */ (attrs[at]);
    out += ` ${attr[0]}='${escapeXml(attr[1])}'`;
  }
  const inner = children
    .map((c) => (typeof c === "string" ? escapeXml(c) : writeXml(c, turn + 3)))
    .join("");
  return inner === "" ? `${out}/>` : `${out}>${inner}</${name}>`;
}
