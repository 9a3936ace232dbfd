/** What a character does to the words around it; the low bits of its traits. */
export const SEPARATOR = 0;
export const WORD = 1;
/** A mark belongs to what stands before it, and is nothing by itself. */
export const MARK = 2;
/** A token of its own: writing without spaces between words. */
export const SINGLE = 3;
export const PICTURE = 4;
/** Cannot be seen, or vowels that writers may leave out: neither joins nor separates. */
export const IGNORED = 5;
export const KIND = 7;

/** Folding changes it (or its lower case). */
export const FOLDS = 8;
/** NFKC changes it. */
export const UNSTABLE = 16;
/** May merge with the character before it. */
export const CLINGS = 32;
/** Has another lower case. */
export const UPPER = 64;

const UNKNOWN = 255;
const known = new Uint8Array(0x110000).fill(UNKNOWN);

/** Kind and flags of a code point. Asked of the Unicode tables once per code point and process. */
export function traitsOf(codePoint: number): number {
  const traits = known[codePoint]!;
  return traits === UNKNOWN ? learn(codePoint) : traits;
}

function learn(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  const lower = character.toLowerCase();
  const kind = kindOf(character);
  const traits =
    kind |
    (foldCharacter(lower) !== lower || lower === "σ" ? FOLDS : 0) |
    (isUnstable(character, kind) ? UNSTABLE : 0) |
    (CLINGING.test(character) ? CLINGS : 0) |
    (lower !== character ? UPPER : 0);
  known[codePoint] = traits;
  return traits;
}

/** Tatweel, vowel and reading marks of Arabic, points and accents of Hebrew. */
const VOCALIZATION =
  /[\u0640\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08CA-\u08E1\u08E3-\u08FF\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/;

const LETTER = /[\p{L}\p{N}_]/u;
const WITHOUT_SPACES =
  /\p{Ideographic}|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{sc=Yiii}]|[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}\p{sc=Tavt}\p{sc=Ahom}]/u;

function kindOf(character: string): number {
  if (isPicture(character)) return PICTURE;
  if (VOCALIZATION.test(character) || /\p{DI}/u.test(character)) return IGNORED;
  if (/\p{M}/u.test(character)) return MARK;
  if (!LETTER.test(character)) return SEPARATOR;
  return WITHOUT_SPACES.test(character) ? SINGLE : WORD;
}

/** Also those shown as text by default (❤), but not ©, ™, ↔ and what NFKC makes letters of (Ⓜ). */
function isPicture(character: string): boolean {
  if (/\p{Emoji_Presentation}|\p{RI}/u.test(character)) return true;
  return (
    /\p{ExtPict}/u.test(character) &&
    character >= "\u231A" &&
    character.normalize("NFKC") === character
  );
}

/**
 * Left as they are: pictures that NFKC would spell out (🈚), ™ and ℠, which would grow onto the word before
 * them, Korean letters standing alone (ㅋㅋ), which would join into syllables nobody wrote, and what
 * separates before and after.
 */
function isUnstable(character: string, kind: number): boolean {
  const normal = character.normalize("NFKC");
  if (normal === character || kind === PICTURE) return false;
  if (/[\u2122\u2120\u3131-\u318E]/.test(character)) return false;
  return kind !== SEPARATOR || /[\p{L}\p{N}\p{M}_]/u.test(normal);
}

/** Marks, and vowels and finals of Korean syllables spelled out in letters. */
const CLINGING = /\p{M}|[\u1160-\u11FF\uD7B0-\uD7FF\uFF9E\uFF9F\uFFC2-\uFFDC]/u;

const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  æ: "ae",
  œ: "oe",
  ı: "i",
  // Two shapes of one letter of Cyrillic; й, ї and ў are letters of their own and stay.
  ё: "е",
  ѐ: "е",
  ѝ: "и",
};

/** Marks that are put on letters of any script. */
const DIACRITICS = String.raw`\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F`;
const DIACRITIC = new RegExp(`[${DIACRITICS}]`, "g");

const foldings = new Map<string, string>();

/** A lower-case character without its accents; "" for a mark. */
export function foldCharacter(character: string): string {
  const done = foldings.get(character);
  if (done !== undefined) return done;
  let folded = SPELLED[character] ?? character.replace(DIACRITIC, "");
  if (/[\p{sc=Latn}\p{sc=Grek}]/u.test(folded)) {
    const bare = folded.normalize("NFD").replace(DIACRITIC, "");
    folded = Array.from(bare, (it) => SPELLED[it] ?? it).join("");
  }
  if (folded !== character) foldings.set(character, folded);
  return folded;
}
