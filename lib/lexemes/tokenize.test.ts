import { describe, expect, test } from "vitest";
import { MAX_LEXEME, MAX_POSITION } from "./token";
import { tokenize } from "./tokenize";

const lexemes = (text: string) => tokenize(text).map((it) => it.lexeme);
const exact = (text: string) => tokenize(text).map((it) => it.exact);
const pieces = (text: string) => tokenize(text).map((it) => text.slice(it.start, it.end));

describe("words", () => {
  test.each([
    ["", []],
    ["  \n\t… — !!! :-)", []],
    ["Rev F it is.", ["rev", "f", "it", "is"]],
    // An apostrophe separates, whatever its shape, so that homme and Mara are found.
    ["don't don’t l'homme Mara's", ["don", "t", "don", "t", "l", "homme", "mara", "s"]],
    ["e-mail well‑known", ["e", "mail", "well", "known"]],
    ["1,140 t 3.14 10:30 1 140", ["1", "140", "t", "3", "14", "10", "30", "1", "140"]],
    ["alice@example.org/phone", ["alice", "example", "org", "phone"]],
    ["https://x.example/a?b=c#d", ["https", "x", "example", "a", "b", "c", "d"]],
    ["snake_case __init__ _styled_ _", ["snake_case", "init", "styled"]],
    ["if (a<b) { return x[0]; } // fin", ["if", "a", "b", "return", "x", "0", "fin"]],
    ["O'Brien\\ ':*&|!()", ["o", "brien"]],
    ["Rev2 x86_64", ["rev2", "x86_64"]],
  ])("%j", (text, expected) => {
    expect(lexemes(text)).toEqual(expected);
    expect(exact(text)).toEqual(expected);
  });
});

describe("accents are folded, the exact form is kept beside", () => {
  test.each([
    [
      "Grüße STRASSE Straße ẞ",
      ["grusse", "strasse", "strasse", "ss"],
      ["grüße", "strasse", "straße", "ß"],
    ],
    ["Café CAFÉ cafe\u0301", ["cafe", "cafe", "cafe"], ["café", "café", "café"]],
    [
      "œuvre Æsir Łódź Ørsted đak",
      ["oeuvre", "aesir", "lodz", "orsted", "dak"],
      ["œuvre", "æsir", "łódź", "ørsted", "đak"],
    ],
    ["Tiếng Việt", ["tieng", "viet"], ["tiếng", "việt"]],
    // й and ї are letters of their own, ё is е with dots, a stress is an accent.
    ["ёлка Йод їжак за́мок", ["елка", "йод", "їжак", "замок"], ["ёлка", "йод", "їжак", "за́мок"]],
    ["и\u0306од", ["йод"], ["йод"]],
    ["ΟΔΟΣ Οδός όδος", ["οδοσ", "οδοσ", "οδοσ"], ["οδοσ", "οδόσ", "όδοσ"]],
    [
      "İstanbul ISPARTA ışık IŞIK",
      ["istanbul", "isparta", "isik", "isik"],
      ["i̇stanbul", "isparta", "ışık", "işik"],
    ],
  ])("%s", (text, folded, kept) => {
    expect(lexemes(text)).toEqual(folded);
    expect(exact(text)).toEqual(kept);
  });
});

describe("other scripts", () => {
  test.each([
    // Vowel marks, tatweel and points may be left out by those who write.
    ["العَرَبِيَّة كـــتاب آب", ["العربية", "كتاب", "آب"]],
    ["שָׁלוֹם בית־ספר צה״ל", ["שלום", "בית", "ספר", "צה", "ל"]],
    ["می‌خواهم", ["میخواهم"]],
    ["हिन्दी में क़िला", ["हिन्दी", "में", "क\u093cिला"]],
    ["鋼材の最終", ["鋼", "材", "の", "最", "終"]],
    ["データ ﾃﾞｰﾀ", ["デ", "ー", "タ", "デ", "ー", "タ"]],
    ["か\u3099 が", ["が", "が"]],
    ["한글 \u1112\u1161\u11ab", ["한", "글", "한"]],
    ["ㅋㅋㅠ", ["ㅋ", "ㅋ", "ㅠ"]],
    ["สวัสดีที่", ["ส", "วั", "ส", "ดี", "ที่"]],
    ["ខ្មែរ မြန်မာ ລາວ", ["ខ្", "មែ", "រ", "မြ", "န်", "မာ", "ລ", "າ", "ວ"]],
    ["iPhone手机2台", ["iphone", "手", "机", "2", "台"]],
    ["Ｆｕｌｌ　ｗｉｄｔｈ，１２", ["full", "width", "12"]],
    ["𝕌𝕟𝕚 ﬁn x² ½ ① ㎏", ["uni", "fin", "x2", "1", "2", "1", "kg"]],
    ["𐐀𐐨", ["𐐨𐐨"]],
    ["Foo™ Bar© ªº", ["foo", "bar", "ao"]],
  ])("%s", (text, expected) => {
    expect(lexemes(text)).toEqual(expected);
  });
});

describe("emoji", () => {
  test.each([
    ["ok👍🏽!", ["ok", "👍"]],
    ["👨‍👩‍👧 🧑🏿‍🚀 🏳️‍🌈", ["👨‍👩‍👧", "🧑‍🚀", "🏳‍🌈"]],
    ["🇩🇪🇫🇷 🇩", ["🇩🇪", "🇫🇷", "🇩"]],
    ["1️⃣ a1⃣b #️⃣ 1", ["1⃣", "a", "1⃣", "b", "#⃣", "1"]],
    ["❤️ ❤ ☺︎", ["❤", "❤", "☺"]],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴", ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴"]],
    ["🈚 無", ["🈚", "無"]],
    ["🏽", ["🏽"]],
    ["👍\u200d", ["👍"]],
  ])("%s", (text, expected) => {
    expect(lexemes(text)).toEqual(expected);
  });
});

describe("what cannot be seen", () => {
  test.each([
    ["f\u200bi\u00adre ten\u2060der", ["fire", "tender"]],
    ["\u202eevil.exe\u202c", ["evil", "exe"]],
    ["\ufeffword\u200f", ["word"]],
    ["a\ud800b \udc00", ["a", "b"]],
    ["\u0301 \u064b", []],
    ["a\0b", ["a", "b"]],
  ])("%j", (text, expected) => {
    expect(lexemes(text)).toEqual(expected);
  });

  // Normalised in one piece, half a million marks would take minutes.
  test("stacked marks hide no word", () => {
    const marks = "\u0351\u0323".repeat(250_000);
    const [token, ...more] = tokenize(`T${marks}ender`);
    expect(more).toEqual([]);
    expect(token).toMatchObject({ lexeme: "tender", exact: "tender", end: 500_006 });
  });
});

describe("where a word stands", () => {
  test.each([
    ["Who has _seen_ it?", ["Who", "has", "seen", "it"]],
    ["ﾃﾞｰﾀ", ["ﾃﾞ", "ｰ", "ﾀ"]],
    ["x ½ ﷺ", ["x", "½", "½", "ﷺ", "ﷺ", "ﷺ", "ﷺ"]],
    ["cafe\u0301 ﬁn", ["cafe\u0301", "ﬁn"]],
    ["👍🏽 1️⃣ f\u200bire\u200b", ["👍🏽", "1️⃣", "f\u200bire"]],
    ["İx", ["İx"]],
  ])("%j", (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  test("a word too long to keep takes a position", () => {
    const tokens = tokenize(`a ${"x".repeat(MAX_LEXEME + 1)} b ${"y".repeat(MAX_LEXEME)}`);
    expect(tokens.map((it) => it.position)).toEqual([1, 3, 4]);
    expect(tokens[2]?.lexeme).toHaveLength(MAX_LEXEME);
  });

  test("words beyond the last position are left out", () => {
    expect(tokenize("a ".repeat(20_000)).at(-1)?.position).toBe(MAX_POSITION);
    expect(tokenize("ä ".repeat(20_000))).toHaveLength(MAX_POSITION);
  });
});
