import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { muniment } from "@/lib/testing/muniment";

describe("muniment", () => {
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
  const count = async (where: string) => {
    const [row] = await database.superuser().unsafe(
      `select count(*)::int as rows, sum(octet_length(value))::int as bytes,
        count(distinct (host, "user"))::int as owners from prosodyarchive where ${where}`,
    );
    return row as unknown as { rows: number; bytes: number; owners: number };
  };

  it("info counts what is stored", async () => {
    const { code, out } = await muniment(["info", "--json"]);
    expect(code).toBe(0);
    expect(out.trimEnd()).not.toContain("\n");
    const { rows, bytes } = await count("true");
    const { owners } = await count("store in ('archive', 'muc_log')");
    const info = JSON.parse(out);
    expect(info).toMatchObject({ layout: "prosody", rows, bytes, owners, indexer: { lagRows: 0 } });
    expect(info.indexer.watermark).toBeGreaterThan(12_000);
    const line = info.hosts.find(
      (it: { host: string; store: string }) => it.host === "chat.example" && it.store === "archive",
    );
    expect(line.rows).toBe((await count("host = 'chat.example' and store = 'archive'")).rows);
    // The contract's names, all of them and no other.
    expect(Object.keys(line).sort()).toEqual([
      "bytes",
      "host",
      "newest",
      "oldest",
      "rows",
      "store",
    ]);
    expect(Object.keys(info)).toEqual(
      expect.arrayContaining(["layout", "rows", "bytes", "owners", "hosts", "indexer"]),
    );
    expect(line.oldest).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect((await muniment(["info"])).out).toContain("rooms.chat.example");
  });

  it("user_stats counts one person", async () => {
    const { code, out } = await muniment(["user_stats", "alice@chat.example", "--json"]);
    expect(code).toBe(0);
    const { rows, bytes } = await count(`host = 'chat.example' and "user" = 'alice'`);
    const archive = await count(`host = 'chat.example' and "user" = 'alice' and store = 'archive'`);
    expect(JSON.parse(out)).toMatchObject({
      jid: "alice@chat.example",
      rows,
      bytes,
      stores: { archive: { rows: archive.rows, bytes: archive.bytes } },
    });
    const stats = JSON.parse(out);
    expect(Object.keys(stats).sort()).toEqual([
      "bytes",
      "conversations",
      "jid",
      "newest",
      "oldest",
      "rows",
      "stores",
    ]);
    expect([stats.oldest, stats.newest]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    ]);
    expect(Object.keys(stats.stores.archive).sort()).toEqual(["bytes", "rows"]);
    expect(stats.conversations).toBeGreaterThan(5);
    expect((await muniment(["user_stats", "nobody@chat.example"])).code).toBe(1);
    expect((await muniment(["user_stats", "chat.example"])).code).toBe(2);
  });

  it("show is closed without a reason, and with one leaves it on the trail", async () => {
    const closed = await muniment(["show", "12465", "--json"]);
    expect(closed.code).toBe(0);
    expect(closed.out).not.toContain("Lorem ipsum");
    expect(JSON.parse(closed.out)).toMatchObject({
      raw: { closed: true },
      message: { stamp: expect.stringMatching(/Z$/) },
    });
    const open = await muniment([
      "show",
      "12465",
      "--reason",
      "ticket 4711, lost message",
      "--json",
    ]);
    expect(open.out).toContain("Lorem ipsum");
    const trail = JSON.parse((await muniment(["audit", "list", "--json"])).out);
    expect(trail.entries.map((it: { action: string }) => it.action).slice(0, 4)).toEqual([
      "reveal.close",
      "message.read",
      "message.read",
      "reveal.open",
    ]);
    expect(trail.entries[3].operatorName).toMatch(/^cli:/);
    expect((await muniment(["show", "12465", "--reason", "short"])).code).toBe(2);
    expect((await muniment(["show", "99999999"])).code).toBe(1);
    expect((await muniment(["show", "x"])).code).toBe(2);
    expect((await muniment(["audit", "verify"])).code).toBe(0);
  });

  it("acts with an operator's own permissions", async () => {
    const added = await muniment([
      "operator",
      "add",
      "sup",
      "--role",
      "support",
      "--yes",
      "--json",
    ]);
    expect(added.code).toBe(0);
    const refused = await muniment([
      "show",
      "12465",
      "--reason",
      "a long enough reason",
      "--as",
      "sup",
    ]);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect((await muniment(["show", "12465", "--as", "sup"])).code).toBe(0);
    expect((await muniment(["info", "--as", "nobody", "--json"])).code).toBe(1);
  });

  it("asks before it changes, and refuses to guess without a terminal", async () => {
    // The last administrator is guarded, so there has to be one.
    await muniment(["operator", "add", "boss", "--role", "admin", "--yes"]);
    expect((await muniment(["operator", "sign-out", "sup"])).code).toBe(2);
    expect((await muniment(["operator", "sign-out", "sup"], "n")).code).toBe(1);
    expect(await muniment(["operator", "sign-out", "sup"], "y")).toMatchObject({ code: 0 });
  });

  it("explains itself", async () => {
    expect(await muniment(["--help"])).toMatchObject({ code: 0, error: "" });
    expect(await muniment([])).toMatchObject({ code: 2, out: "" });
    expect((await muniment(["show", "--help"])).out).toContain("--reason");
    const unknown = await muniment(["frobnicate", "--json"]);
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.out)).toMatchObject({ error: { code: "usage" } });
    expect((await muniment(["info", "--nonsense"])).code).toBe(2);
  });
});

describe("without an adopted database", () => {
  useTestDatabase({ fixture: "reference" });
  it("counts Prosody's own rows", async () => {
    const { code, out } = await muniment(["info", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ layout: "reference", indexer: { state: "absent" } });
    expect(JSON.parse(out).rows).toBeGreaterThan(12_000);
    expect((await muniment(["user_stats", "alice@chat.example"])).code).toBe(0);
    const plan = await muniment(["adopt", "--plan", "--json"]);
    expect(plan.code).toBe(0);
    expect((await muniment(["adopt"])).code).toBe(2);
  });
});
