import { describe, expect, test } from "vitest";
import { projectionStatus } from "@/lib/archive/projection/status";
import { listHosts } from "@/lib/archive/queries/hosts";
import { pools } from "@/lib/db/pools";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { useTestDatabase } from "@/lib/testing/database";
import { testGrant } from "@/lib/testing/grants";
import { getHealth } from "./health";

describe.each(["prosody-0.12", "reference"] as const)("%s", (fixture) => {
  const database = useTestDatabase({ fixture });

  test("a table that may not be read is as good as none, and health says so", async () => {
    const roles = "muniment_web, muniment_worker";
    await database.superuser().unsafe(`revoke select on prosodyarchive from ${roles}`);
    expect(await detectLayout(pools().interactive)).toBeNull();
    expect(await projectionStatus()).toMatchObject({ state: "absent", layout: "missing" });
    expect(await getHealth()).toMatchObject({ status: "unavailable", layout: "missing" });
    // The frame of every page asks for these.
    expect(await listHosts(testGrant("archive.browse", ["support"]))).toEqual([]);

    await database.superuser().unsafe(`grant select on prosodyarchive to ${roles}`);
    const name = fixture === "reference" ? "reference" : "prosody";
    expect(await detectLayout(pools().interactive)).toMatchObject({ name });
    expect(await listHosts(testGrant("archive.browse", ["support"]))).toHaveLength(3);
  });
});
