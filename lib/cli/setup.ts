import "server-only";
import type { Sql } from "postgres";
import { createFirstOperators } from "@/lib/access/first-operators";
import { adopt } from "@/lib/archive/adoption/adopt";
import { adoptionPlan } from "@/lib/archive/adoption/plan";
import { refreshCapture } from "@/lib/archive/adoption/refresh";
import type { Grant, Operator } from "@/lib/auth/grant";
import { grantFor } from "@/lib/auth/grant-for";
import { withMaintenance } from "@/lib/db/maintenance";
import { migrate } from "@/lib/db/migrate";
import { pointPoolsAt } from "@/lib/db/pools";
import type { LayoutName } from "@/lib/prosody/layouts/layout";
import { fillDemoOnce } from "./setup-demo";
import { setUpEmbedded } from "./setup-embedded";
import { placeSampleConfig } from "./setup-sample";

export type SetupOptions = {
  /** As web and worker will use it. */
  databaseUrl: string;
  /** Of the embedded server; null with a database of the operator's own. */
  superuserUrl: string | null;
  /** Of the embedded server's logins. */
  rolePasswords: { prosody: string; muniment: string } | null;
  demo: boolean;
  /** null: each first operator gets a generated one. */
  operatorPassword: string | null;
  fillDemo: ((sql: Sql, now: Date) => Promise<void>) | null;
  /** Where the demo's sample of a configuration goes; null without the demo. */
  sampleFolder: string | null;
  log: (line: string) => void;
};

export type SetupResult = {
  /** Created just now; empty from the second start on. */
  firstOperators: { name: string; password: string; roles: string[] }[];
  layout: LayoutName;
  adopted: boolean;
};

/**
 * Everything between a running server and a running console; again and again, and by several processes at
 * once. On the embedded server: roles, database, Prosody's tables, adoption and the demo. On an
 * operator's database our own schema only: of Prosody's nothing is touched without `muniment adopt`.
 */
export async function setup(options: SetupOptions): Promise<SetupResult> {
  if (options.superuserUrl === null) return setUpConsole(options);
  return setUpEmbedded(options.superuserUrl, options, () => setUpConsole(options));
}

async function setUpConsole(options: SetupOptions): Promise<SetupResult> {
  const { databaseUrl, superuserUrl, demo, operatorPassword, log } = options;
  await migrate(databaseUrl);
  await pointPoolsAt(databaseUrl);
  try {
    if (superuserUrl !== null) await adopt(setupGrant(), { log: (line) => log(`Adding ${line}`) });
    else if (!(await refreshCapture())) log(OLD_FUNCTIONS);
    const firstOperators = await withMaintenance(databaseUrl, async (sql) => {
      if (options.fillDemo) await fillDemoOnce(sql, options.fillDemo, log);
      if (options.sampleFolder) await placeSampleConfig(sql, options.sampleFolder);
      return createFirstOperators(sql, { demo, password: operatorPassword });
    });
    const { layout, adopted } = await adoptionPlan();
    if (superuserUrl === null) report(layout, adopted, log);
    return { firstOperators, layout, adopted };
  } finally {
    await pointPoolsAt(null);
  }
}

const OLD_FUNCTIONS =
  "The triggers of the index are of an older version and belong to another login: run npx muniment adopt as that one.";

/** In the trail the adoption of the embedded database is set-up's own deed. */
function setupGrant(): Grant<"storage.maintain"> {
  const operator: Operator = {
    id: "cli:setup",
    name: "cli:setup",
    roles: ["admin"],
    sessionId: null,
  };
  return grantFor(operator, "storage.maintain");
}

function report(layout: LayoutName, adopted: boolean, log: (line: string) => void): void {
  if (layout === "missing") {
    log(
      "This database has no table prosodyarchive that its login may read: is it the one Prosody stores in, and did scripts/roles.sql run after Prosody made its tables?",
    );
  } else if (!adopted) {
    log("This archive is not indexed. See what that would add to it: npx muniment adopt --plan");
  }
}
