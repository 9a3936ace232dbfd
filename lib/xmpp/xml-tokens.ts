import { parseStanza } from "./stanza";

export type XmlToken = {
  /** `mark` is punctuation: `<`, `=`, `/>`. */
  type: "tag" | "attr" | "value" | "text" | "mark" | "space";
  text: string;
};

const PARTS =
  /(?<comment><!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>)|(?<open><\/?)(?<name>[^\s/>]+)(?<attrs>(?:\s+[^\s=/>]+\s*=\s*(?:'[^']*'|"[^"]*"))*)\s*(?<close>\/?>)|(?<text>[^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*('[^']*'|"[^"]*")/g;

/** Longer ones are shown as they are: indenting and colouring them helps nobody. */
const LIMIT = 200_000;

/**
 * A stored stanza in tokens for colour. Well-formed: one element a line, indented, texts and quotes
 * untouched. Anything else comes back verbatim as one text.
 */
export function xmlTokens(xml: string): XmlToken[] {
  if (xml.length > LIMIT || !parseStanza(xml).ok) return verbatim(xml);
  const writer = new Writer();
  for (const match of xml.matchAll(PARTS)) writer.write(match.groups ?? {});
  return writer.tokens;
}

function verbatim(xml: string): XmlToken[] {
  return xml === "" ? [] : [{ type: "text", text: xml }];
}

type Groups = Record<string, string | undefined>;

class Writer {
  readonly tokens: XmlToken[] = [];
  private depth = 0;
  /** Text stands here: a break would become part of it. */
  private inText = false;
  private justOpened = false;

  write({ comment, open, name = "", attrs = "", close = "", text }: Groups): void {
    if (text !== undefined) this.writeText(text);
    else if (comment !== undefined) this.writeText(comment);
    else if (open === "</") this.writeEnd(name, close);
    else this.writeStart(name, attrs, close);
  }

  private writeText(text: string): void {
    if (text.trim() === "" && !this.justOpened && !this.inText) return;
    this.add("text", text);
    this.inText = true;
    this.justOpened = false;
  }

  private writeStart(name: string, attrs: string, close: string): void {
    this.breakLine();
    this.add("mark", "<");
    this.add("tag", name);
    for (const [, key = "", value = ""] of attrs.matchAll(ATTRIBUTE)) {
      this.add("space", " ");
      this.add("attr", key);
      this.add("mark", "=");
      this.add("value", value);
    }
    this.add("mark", close);
    this.justOpened = close === ">";
    this.inText = false;
    if (this.justOpened) this.depth += 1;
  }

  private writeEnd(name: string, close: string): void {
    this.depth -= 1;
    if (!this.justOpened) this.breakLine();
    this.add("mark", "</");
    this.add("tag", name);
    this.add("mark", close);
    this.justOpened = false;
    this.inText = false;
  }

  private breakLine(): void {
    if (this.tokens.length === 0 || this.inText) return;
    this.add("space", `\n${"  ".repeat(this.depth)}`);
  }

  private add(type: XmlToken["type"], text: string): void {
    this.tokens.push({ type, text });
  }
}
