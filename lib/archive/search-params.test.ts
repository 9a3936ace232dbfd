import { describe, expect, it } from "vitest";
import type { ConsoleError } from "@/lib/errors";
import { positionCursor } from "./cursor";
import {
  histogramParams,
  messagesParams,
  ownerFromPath,
  ownersParams,
  parseParams,
  placeOf,
} from "./search-params";

const messages = (query: string) => parseParams(messagesParams, new URLSearchParams(query));

describe("what the address says", () => {
  it.each([
    ["chat.example", "alice"],
    ["chat.example", "用户"],
    ["rooms.chat.example", "100%25 sure?#&"],
  ])("names the owner: %s %s", (host, user) => {
    const path = `/api/archive/${encodeURIComponent(host)}/${encodeURIComponent(user)}/messages`;
    expect(ownerFromPath(`http://127.0.0.1:3000${path}?with=x`)).toEqual({ host, user });
  });

  it("refuses what no JID can be", () => {
    expect(() => ownerFromPath("http://h/api/archive/chat.example/a%00b/messages")).toThrow("NUL");
    expect(() => ownerFromPath("http://h/api/archive/chat.example/%E0/messages")).toThrow(
      "address",
    );
  });

  it("says where a page begins", () => {
    const cursor = positionCursor({ stamp: 5, rowId: 7 });
    expect(placeOf(messages(""))).toEqual({ kind: "newest" });
    expect(placeOf(messages("at=12"))).toEqual({ kind: "row", rowId: 12 });
    expect(placeOf(messages(`before=${cursor}`))).toMatchObject({ kind: "before" });
    expect(placeOf(messages("date=2026-03-01&zone=Asia/Kathmandu"))).toEqual({
      kind: "date",
      date: "2026-03-01",
      zone: "Asia/Kathmandu",
    });
    expect(() => placeOf(messages(`at=1&before=${cursor}`))).toThrow("not several");
  });

  it.each([
    "limit=0",
    "limit=501",
    "limit=x",
    "at=-1",
    "at=1e99",
    "date=2026-02-30",
    "date=0000-01-01",
    "zone=%2B05:45",
    "zone=Nowhere/Land",
    "store=pep",
    "with=a%00b",
  ])("refuses %s and names the parameter", (query) => {
    const name = query.split("=")[0];
    expect(() => messages(query)).toThrow(expect.objectContaining({ code: "invalid" }));
    expect(() => messages(query)).toThrow(new RegExp(`^${name}: `));
  });

  it("names what is wrong, so that the browser can say it", () => {
    const reason = (query: string) => {
      try {
        messages(query);
      } catch (error) {
        return (error as ConsoleError).details.reason;
      }
      return null;
    };
    expect(reason("zone=Nowhere/Land")).toBe("zone-unknown");
    expect(reason("date=0000-01-01")).toBe("day-too-early");
    expect(reason("with=a%00b")).toBe("text-nul");
    expect(reason("limit=x")).toBe("request-invalid");
  });

  it("takes an empty parameter as one that is not there", () => {
    expect(parseParams(ownersParams, new URLSearchParams("host=&filter=&sort=rows"))).toEqual({
      filter: "",
      sort: "rows",
      limit: 60,
    });
    expect(parseParams(histogramParams, new URLSearchParams("with="))).toEqual({ zone: "UTC" });
  });
});
