import { describe, expect, test } from "vitest";
import { bareJid, bareOf, joinBareJid, normaliseJid, sameBareJid, splitJid } from "./jid";

describe("splitJid (RFC 7622 §3.2)", () => {
  test.each([
    ["juliet@capulet.lit/balcony", "juliet", "capulet.lit", "balcony"],
    ["capulet.lit", null, "capulet.lit", null],
    ["capulet.lit/a@b/c", null, "capulet.lit", "a@b/c"],
    ["room@muc.x/nick@with/slash", "room", "muc.x", "nick@with/slash"],
    ["a@b@c", "a", "b@c", null],
    ["a@b/", "a", "b", ""],
  ])("%s", (jid, localpart, domainpart, resourcepart) => {
    expect(splitJid(jid)).toEqual({ localpart, domainpart, resourcepart });
  });
});

describe("comparison", () => {
  test.each([
    ["Juliet@Capulet.LIT/Balcony", "juliet@capulet.lit"],
    ["用户@chat.example/r", "用户@chat.example"],
    ["JÜRGEN@chat.example", "jürgen@chat.example"],
    ["ju\u0308rgen@chat.example", "jürgen@chat.example"],
    ["ｊｕｌｉｅｔ@capulet.lit", "juliet@capulet.lit"],
    ["capulet.lit.", "capulet.lit"],
    ["", ""],
  ])("the bare JID of %s", (jid, bare) => {
    expect(bareOf(jid)).toBe(bare);
  });

  test("a resourcepart keeps its case", () => {
    expect(normaliseJid("A@B/Phone")).toBe("a@b/Phone");
    expect(normaliseJid("a@b/u\u0308")).toBe("a@b/ü");
  });

  test("nobody is the same as an unknown one", () => {
    expect(sameBareJid(null, null)).toBe(false);
    expect(sameBareJid("a@b/1", "A@b/2")).toBe(true);
  });

  test("what Prosody has prepared stays as it is", () => {
    expect(joinBareJid("jürgen", "chat.example")).toBe("jürgen@chat.example");
  });
});

describe("bareJid, as an operator types it", () => {
  test.each([
    [" Juliet@Capulet.lit ", "juliet@capulet.lit"],
    ["カフェ@rooms.chat.example", "カフェ@rooms.chat.example"],
  ])("%s", (typed, parsed) => {
    expect(bareJid.parse(typed)).toBe(parsed);
  });

  test.each(["", "capulet.lit", "a@b/c", "a b@c", "@b", "a@", "a@b@c", `${"a".repeat(1024)}@b`])(
    "%s is refused",
    (typed) => {
      expect(bareJid.safeParse(typed).success).toBe(false);
    },
  );
});
