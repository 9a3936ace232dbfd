export type Link = { href: string; text: string; host: string };

/** Where a link may begin and how far it may reach; ends before whatever cannot be seen. */
export const LINK = String.raw`\b(?:https?:\/\/|xmpp:|mailto:|geo:)[^\s<>"'${"`"}\p{C}\p{Zl}\p{Zp}\uFE00-\uFE0F\u2800\u3164\u034F。，、）」』】]+`;

/** Longer addresses are nobody's to follow, and their ends are costly to find. */
const MAX_LENGTH = 4096;

/**
 * Only http(s), xmpp, mailto and geo become links. `host` is where it truly leads, as DNS knows it
 * (punycode, without the user info in front of an @); "" for geo. null when it is no such address.
 */
export function linkOf(written: string): Link | null {
  if (written.length > MAX_LENGTH) return null;
  const text = trimEnd(written);
  // Stacked marks could paint over the lines around.
  if (/\p{M}{5}/u.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const host = hostOf(url);
  return host === null ? null : { href: url.href, text, host };
}

function hostOf(url: URL): string | null {
  if (url.protocol === "http:" || url.protocol === "https:") return url.host || null;
  if (url.protocol === "geo:") {
    return /^-?[\d.]+,-?[\d.]+(?:,-?[\d.]+)?(?:;.*)?$/.test(url.pathname) ? "" : null;
  }
  if (url.protocol === "mailto:") return domainOf(url.pathname, true);
  return url.protocol === "xmpp:" ? domainOf(url.pathname, false) : null;
}

function domainOf(path: string, needsLocalpart: boolean): string | null {
  // xmpp://account@server/… names the account to act as; too clever for a transcript.
  if (path === "" || path.startsWith("/")) return null;
  const bare = path.split("/", 1)[0] ?? "";
  const at = bare.lastIndexOf("@");
  if (at < 1 && needsLocalpart) return null;
  const address = `https://${bare.slice(at + 1)}/`;
  return URL.canParse(address) ? new URL(address).hostname || null : null;
}

/** Punctuation after an address belongs to the sentence, a bracket only when it was opened inside. */
function trimEnd(written: string): string {
  let text = written;
  for (;;) {
    const last = text.at(-1) ?? "";
    const opened = { ")": "(", "]": "[", "}": "{" }[last];
    if (opened && count(text, last) > count(text, opened)) text = text.slice(0, -1);
    else if (/[.,;:!?…»”’*_~|]/.test(last)) text = text.slice(0, -1);
    else return text;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
