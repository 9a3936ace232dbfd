import { KIND, PICTURE, traitsOf } from "./characters";

const JOINER = 0x200d;
const KEYCAP = 0x20e3;
const EMOJI_SHAPE = 0xfe0f;

/** True where a digit, # or * wears a keycap. */
export function isKeycapAt(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== KEYCAP && !(next === EMOJI_SHAPE && text.charCodeAt(at + 2) === KEYCAP))
    return false;
  const unit = text.charCodeAt(at);
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x23 || unit === 0x2a;
}

/** Where the emoji that begins here ends (exclusive): flags and joined families are one (UTS #51). */
export function pictureEnd(text: string, start: number): number {
  if (isKeycapAt(text, start)) return text.indexOf("\u20E3", start) + 1;
  const first = text.codePointAt(start) ?? 0;
  let end = start + (first > 0xffff ? 2 : 1);
  if (isRegional(first)) return isRegional(text.codePointAt(end) ?? 0) ? end + 2 : end;
  for (;;) {
    end = shapeEnd(text, end);
    if (text.charCodeAt(end) !== JOINER || !isPictureAt(text, end + 1)) return end;
    end += 1 + (text.codePointAt(end + 1)! > 0xffff ? 2 : 1);
  }
}

/** Behind a picture: how to draw it, its skin, the tags of a flag. */
function shapeEnd(text: string, from: number): number {
  let end = from;
  for (;;) {
    const next = text.codePointAt(end) ?? 0;
    if (next === EMOJI_SHAPE || next === 0xfe0e) end += 1;
    else if (isSkin(next) || (next >= 0xe0020 && next <= 0xe007f)) end += 2;
    else return end;
  }
}

const SHAPES = /(?<!^)[\u{1F3FB}-\u{1F3FF}\uFE0E\uFE0F]/gu;

/** Without what does not change which picture it is. */
export function pictureLexeme(sequence: string): string {
  const alone = sequence.length === (sequence.charCodeAt(0) < 0xd800 ? 1 : 2);
  return alone ? sequence : sequence.replace(SHAPES, "");
}

function isPictureAt(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at);
  return codePoint !== undefined && (traitsOf(codePoint) & KIND) === PICTURE;
}

function isRegional(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function isSkin(codePoint: number): boolean {
  return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
}
