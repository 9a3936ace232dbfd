import { spawn } from "node:child_process";
import process from "node:process";
import { loadEnvironment } from "./environment.mjs";
import {
  appSecret,
  consoleUrl,
  prosodySqlLine,
  setUpDatabase,
  startDatabase,
} from "./prepare-database.mjs";
import { inRoot } from "./root.mjs";

/**
 * Runs dist/cli.mjs, with the embedded database up for as long as it takes.
 * @param {{ args: string[], calledFrom: string }} options calledFrom: paths given to a command count from there
 * @returns {Promise<number>} the command's exit code
 * @throws when the embedded database cannot be started
 */
export async function runCommand({ args, calledFrom }) {
  const env = await loadEnvironment(console.error);
  const asksForHelp = args.length === 0 || args.some((word) => /^(-h|--help|help)$/.test(word));
  if (asksForHelp) return runCli(args, calledFrom, {});
  const pg = await startDatabase(env, console.error);
  try {
    if (pg?.owned) await announceFirst(env, pg);
    const variables = {
      DATABASE_URL: consoleUrl(env, pg),
      MUNIMENT_DATA: env.munimentData,
      MUNIMENT_DEMO: env.demo ? "1" : "0",
      MUNIMENT_SECRET: await appSecret(env),
      ...(pg ? { MUNIMENT_PROSODY_SQL: prosodySqlLine(pg) } : {}),
    };
    return await runCli(args, calledFrom, variables);
  } finally {
    await pg?.stop({ unlessUsed: true });
  }
}

/** The first command may come before the first `npm start`. */
async function announceFirst(
  /** @type {import("../../lib/env").Env} */ env,
  /** @type {import("./pg.mjs").EmbeddedPostgres} */ pg,
) {
  const { firstOperators } = await setUpDatabase(env, pg, console.error);
  for (const { name, password } of firstOperators) {
    console.error(`Sign in as ${name} with password ${password}`);
  }
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} variables
 * @returns {Promise<number>}
 */
function runCli(args, cwd, variables) {
  const child = spawn(process.execPath, [inRoot("dist", "cli.mjs"), ...args], {
    ...{ cwd, stdio: "inherit", env: { ...process.env, ...variables } },
  });
  // A terminal's Ctrl-C reaches the command by itself; we wait for it and then tidy up.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}
