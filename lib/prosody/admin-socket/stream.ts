import { SaxesParser } from "saxes";

export type Answer = {
  ok: boolean;
  /** Without the "OK: " or "Error: " before it. */
  result: string;
  /** What was printed before the result. */
  lines: string[];
};

export const STREAM_OPEN =
  "<stream:stream xmlns='xmpp:prosody.im/admin' xmlns:stream='http://etherx.jabber.org/streams'>";

/** Far more than any table that Prosody prints. */
const MOST_CHARACTERS = 4_194_304;

/** `width`: Prosody 13 cuts tables to it, 0.12 does not know it. */
export function commandElement(line: string): string {
  return `<repl-input width='10000' repl='0'>${line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")}</repl-input>`;
}

/** Takes the stream as it comes in pieces; `onAnswer` for each result. Throws what saxes throws. */
export function answerReader(onOpen: () => void, onAnswer: (answer: Answer) => void) {
  const parser = new SaxesParser();
  let [text, length] = ["", 0];
  let lines: string[] = [];
  let isError = false;
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "stream:stream") onOpen();
    text = "";
    isError = name === "repl-result" && attributes.type === "error";
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "repl-output") lines.push(text);
    if (name !== "repl-result") return;
    const refused = isError || /^error:/i.test(text);
    onAnswer({ ok: !refused, result: text.replace(/^(?:OK|Error): ?/, ""), lines });
    [lines, length] = [[], 0];
  });
  return (piece: string): void => {
    length += piece.length;
    if (length > MOST_CHARACTERS)
      throw new RangeError("The answer of the admin socket is too long");
    parser.write(piece);
  };
}
