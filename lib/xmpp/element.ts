/**
 * A read element. Attributes keep their written name (`id`, `xml:lang`); namespace declarations are
 * gone, `xmlns` says what they meant. Elements without a namespace are stanzas as Prosody stores
 * them: `jabber:client`.
 */
export type Element = {
  name: string;
  xmlns: string;
  /** Has no prototype: a hostile `__proto__` is an attribute like any other. */
  attrs: Readonly<Record<string, string>>;
  children: (Element | string)[];
};

export function isElement(node: Element | string): node is Element {
  return typeof node !== "string";
}

export function childElements(element: Element): Element[] {
  return element.children.filter(isElement);
}

/** The first child of that name and namespace. */
export function child(element: Element | null, name: string, xmlns: string): Element | null {
  if (!element) return null;
  for (const node of element.children) {
    if (isElement(node) && node.name === name && node.xmlns === xmlns) return node;
  }
  return null;
}

/** All children of that name and namespace, in document order. */
export function childrenOf(element: Element | null, name: string, xmlns: string): Element[] {
  if (!element) return [];
  return childElements(element).filter((it) => it.name === name && it.xmlns === xmlns);
}

/** null when the attribute is missing or empty: an empty id names nothing. */
export function attr(element: Element | null, name: string): string | null {
  return element?.attrs[name] || null;
}

/** Text directly inside, without that of nested elements. */
export function textOf(element: Element): string {
  const { children } = element;
  const [only] = children;
  if (children.length === 1 && typeof only === "string") return only;
  return children.filter((it) => typeof it === "string").join("");
}

/** The text of a child, null when there is no such child. */
export function childText(element: Element | null, name: string, xmlns: string): string | null {
  const found = child(element, name, xmlns);
  return found && textOf(found);
}
