import { attr, childrenOf, type Element, textOf } from "../element";
import type { StanzaFacts } from "../facts";
import { NS } from "../namespaces";

export type Bodies = Pick<StanzaFacts, "lang" | "body" | "otherBodies">;

/**
 * RFC 6121 §5.2.3: one body per language. The one without a language of its own, or in that of the
 * stanza, is the body; XHTML-IM's is nested and in another namespace, so it is never met here.
 */
export function readBodies(message: Element): Bodies {
  const lang = attr(message, "xml:lang");
  const bodies = childrenOf(message, "body", NS.client).map((it) => ({
    lang: attr(it, "xml:lang"),
    text: textOf(it),
  }));
  const main = bodies.find((it) => it.lang === null || it.lang === lang) ?? bodies[0];
  return {
    lang: main?.lang ?? lang,
    body: main ? main.text : null,
    otherBodies: bodies.length > 1 ? bodies.filter((it) => it !== main) : [],
  };
}

/** A geo: URI (RFC 5870) that is the whole body, or a XEP-0080 location as one. */
export function readLocation(message: Element, body: string | null): string | null {
  const uri = body?.trim() ?? "";
  if (/^geo:-?\d{1,3}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?(?:[,;][^\s]*)?$/i.test(uri)) return uri;
  const [geoloc] = childrenOf(message, "geoloc", NS.geoloc);
  const latitude = coordinate(geoloc, "lat");
  const longitude = coordinate(geoloc, "lon");
  return latitude !== null && longitude !== null ? `geo:${latitude},${longitude}` : null;
}

function coordinate(geoloc: Element | undefined, name: string): string | null {
  const [found] = childrenOf(geoloc ?? null, name, NS.geoloc);
  const text = found ? textOf(found).trim() : "";
  return /^-?\d{1,3}(?:\.\d+)?$/.test(text) ? text : null;
}
