import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { foldEverything, readEverything } from "../testing/brute-force";
import { walk } from "../testing/walk";

const grant = testGrant("archive.browse", ["support"]);

describe.each(["prosody-0.12", "reference"] as const)("transcripts of %s", (fixture) => {
  const database = useTestDatabase({ fixture, indexed: true });

  it.each([7, 50, 500])("fold across pages of %i rows as if there were none", async (limit) => {
    for (const archive of await readEverything(database.superuser(), fixture === "reference")) {
      const { messages } = await walk(grant, "back", { ...archive, peer: null, limit });
      expect(messages).toEqual(foldEverything(archive));
    }
  });
});
