/** Characters that show nothing, or move what is around them, by their Unicode names. */
const NAMES: Readonly<Record<number, string>> = {
  0: "null",
  8: "backspace",
  11: "vertical tab",
  12: "form feed",
  13: "carriage return",
  27: "escape",
  127: "delete",
  133: "next line",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "Arabic letter mark",
  4447: "Hangul filler",
  4448: "Hangul filler",
  6068: "Khmer inherent vowel",
  6069: "Khmer inherent vowel",
  6158: "Mongolian vowel separator",
  8203: "zero width space",
  8204: "zero width non-joiner",
  8205: "zero width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  10240: "Braille blank",
  12644: "Hangul filler",
  65279: "byte order mark",
  65440: "Hangul filler",
};

/** Source of a character class for a `u` regular expression; variation selectors are apart. */
export const INVISIBLE = String.raw`\x00-\x08\x0B-\x1F\x7F-\x9F\xAD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\p{Cs}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}\p{Noncharacter_Code_Point}`;

export const VARIATION = String.raw`\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}`;

/** What an operator reads in place of the character. */
export function nameOfInvisible(codePoint: number): string {
  return NAMES[codePoint] ?? nameOfRange(codePoint);
}

function nameOfRange(codePoint: number): string {
  if (codePoint < 0xa0) return "control character";
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return "half of a character";
  if (codePoint >= 0xe0020 && codePoint <= 0xe007f) return "tag character";
  if (codePoint >= 0xe0100 && codePoint <= 0xe01ef) return "variation selector";
  if (codePoint >= 0xfe00 && codePoint <= 0xfe0f) return "variation selector";
  if (codePoint >= 0x180b && codePoint <= 0x180f) return "variation selector";
  return "invisible character";
}
