import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Element } from "./element";
import { NS } from "./namespaces";

export const STANZA_LIMITS = { bytes: 1024 * 1024, depth: 64, nodes: 5000 } as const;

export type ParsedStanza = { ok: true; element: Element } | { ok: false; problem: string };

/** `truncated`: only the beginning is there; what was read before the end is the answer. */
export type ParseOptions = { truncated?: boolean };

class Unreadable extends Error {}

/**
 * Reads one stored stanza. No document type, no entities but XML's own five, and bounded
 * (STANZA_LIMITS): what fails is told in `problem`, which never quotes the stanza. Line ends are
 * normalised as XML says (a stored CR reads as LF). Comments and processing instructions are skipped.
 */
export function parseStanza(xml: string, { truncated = false }: ParseOptions = {}): ParsedStanza {
  if (isTooLong(xml)) return { ok: false, problem: "The stanza is larger than 1 MiB." };
  const tree = new TreeBuilder();
  try {
    const root = tree.read(xml, truncated);
    if (!root) return { ok: false, problem: "There is no element." };
    return { ok: true, element: root };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function isTooLong(xml: string): boolean {
  if (xml.length * 3 <= STANZA_LIMITS.bytes) return false;
  return xml.length > STANZA_LIMITS.bytes || utf8Length(xml) > STANZA_LIMITS.bytes;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** saxes names tags and prefixes after a colon; those are the sender's words, so they are cut. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "unknown";
  if (error instanceof Unreadable) return message;
  return `Not well-formed XML: ${message.replace(/(?:: | \/).*$/s, "").replace(/\.$/, "")}.`;
}

class TreeBuilder {
  private root: Element | null = null;
  private readonly open: Element[] = [];
  private nodes = 0;

  read(xml: string, truncated: boolean): Element | null {
    const parser = new SaxesParser({ xmlns: true, position: false });
    parser.on("opentag", (tag) => this.onOpen(tag));
    parser.on("closetag", () => void this.open.pop());
    parser.on("text", (text) => this.onText(text));
    parser.on("cdata", (text) => this.onText(text));
    parser.on("doctype", () => {
      throw new Unreadable("A document type is not allowed.");
    });
    parser.write(xml);
    // At the end of a cut stanza everything open is an error to saxes, and none to us.
    if (truncated) parser.on("error", () => {});
    parser.close();
    return this.root;
  }

  private onOpen(tag: SaxesTagNS): void {
    const element: Element = {
      name: tag.local,
      xmlns: stanzaNamespace(tag.uri),
      attrs: attributesOf(tag),
      children: [],
    };
    this.count();
    const parent = this.open.at(-1);
    if (parent) parent.children.push(element);
    else this.root ??= element;
    this.open.push(element);
    if (this.open.length > STANZA_LIMITS.depth) {
      throw new Unreadable(`Nested deeper than ${STANZA_LIMITS.depth} levels.`);
    }
  }

  private onText(text: string): void {
    const parent = this.open.at(-1);
    if (!parent) return;
    this.count();
    parent.children.push(text);
  }

  private count(): void {
    this.nodes += 1;
    if (this.nodes > STANZA_LIMITS.nodes) {
      throw new Unreadable(`More than ${STANZA_LIMITS.nodes} nodes.`);
    }
  }
}

function stanzaNamespace(uri: string): string {
  return uri === "" || uri === "jabber:server" ? NS.client : uri;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attrs: Record<string, string> = Object.create(null);
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name];
    if (attribute && name !== "xmlns" && attribute.prefix !== "xmlns")
      attrs[name] = attribute.value;
  }
  return attrs;
}
