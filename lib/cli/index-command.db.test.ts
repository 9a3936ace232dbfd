import { describe, expect, it } from "vitest";
import { useDataFolder } from "@/lib/testing/data-folder";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { muniment } from "@/lib/testing/muniment";
import { runWorker } from "@/lib/worker/worker";

describe("muniment index", () => {
  useDataFolder();
  const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
  const isRebuilding = async () => {
    const [row] = await database.superuser()<{ rebuild: boolean }[]>`
      select rebuild from console.indexer_state`;
    return row?.rebuild;
  };

  it("says how far it is, as one document and for people", async () => {
    const { code, out } = await muniment(["index", "--json"]);
    expect(code).toBe(0);
    const [newest] = await database.superuser()<{ id: number }[]>`
      select max(sort_id)::int as id from prosodyarchive`;
    expect(JSON.parse(out)).toMatchObject({
      ...{ layout: "prosody", state: "ready", lagRows: 0, watermark: newest?.id },
      ...{ ratePerSecond: 0, secondsLeft: null, problem: null },
    });
    expect((await muniment(["index"])).out).toMatch(/^Index +ready$/m);
  });

  it("starts over only when asked to and allowed to, and it is on the trail", async () => {
    expect((await muniment(["index", "--rebuild"])).code).toBe(2);
    expect((await muniment(["index", "--rebuild"], "n")).code).toBe(1);
    await muniment(["operator", "add", "sup", "--role", "support", "--yes"]);
    expect((await muniment(["index", "--rebuild", "--yes", "--as", "sup"])).code).toBe(1);
    expect(await isRebuilding()).toBe(false);

    const { code, out } = await muniment(["index", "--rebuild", "--json"], "yes");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ state: "building", builtRows: 0 });
    expect(await isRebuilding()).toBe(true);
    const trail = JSON.parse((await muniment(["audit", "list", "--json"])).out);
    expect(trail.entries[0]).toMatchObject({
      ...{ action: "index.rebuild", phase: "done", subject: "public.prosodyarchive" },
      operatorName: expect.stringMatching(/^cli:/),
    });
  });

  it("does not wait when there is no worker to wait for", async () => {
    const { code, out, error } = await muniment(["index", "--wait", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ...{ state: "building", problem: "The worker has not started yet." },
    });
    expect(error).toBe("");
  });

  it("waits until a worker has built it", async () => {
    const stop = new AbortController();
    const worker = runWorker(stop.signal, () => {});
    try {
      const beats = () => database.superuser()`select from console.worker_beat`;
      while ((await beats()).length === 0) await new Promise((done) => setTimeout(done, 20));
      const { code, out, error } = await muniment(["index", "--wait", "--json"]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ state: "ready", lagRows: 0, problem: null });
      expect(error).toMatch(/^building, [\d,]+ of ≈\s[\d,]+ rows/);
    } finally {
      stop.abort();
      await worker;
    }
    await expectTrueProjection(database);
  });
});

describe("without an index", () => {
  useTestDatabase({ fixture: "reference" });
  it("says so, builds none and waits for none", async () => {
    const { code, out } = await muniment(["index", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ state: "absent", layout: "reference" });
    const rebuilt = await muniment(["index", "--rebuild", "--yes"]);
    expect(rebuilt).toMatchObject({ code: 1, error: expect.stringContaining("muniment adopt") });
    const waited = await muniment(["index", "--wait"]);
    expect(waited).toMatchObject({ code: 1, out: expect.stringContaining("muniment adopt") });
  });
});
