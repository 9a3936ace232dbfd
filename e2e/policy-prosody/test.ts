import type { Sql } from "postgres";
import { sqlLine } from "@/lib/testing/sql-line";
import { test as base } from "../fixtures/test";
import { OwnConsole } from "../own-database/console";
import { OwnServer } from "../own-database/server";
import { startProsody } from "../prosody/server.mjs";

export const ACCOUNTS = { juliet: "pw-juliet", romeo: "pw-romeo" };
const DATABASE = "of_live";

export type Live = {
  prosody: Awaited<ReturnType<typeof startProsody>>;
  console: OwnConsole;
  /** Past everything of ours. */
  ask<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
};

/** A Prosody that was there first, and the console that was pointed at its database, files and socket. */
export const test = base.extend<object, { live: Live }>({
  live: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await OwnServer.start();
      const undo: (() => Promise<unknown>)[] = [() => server.stop()];
      try {
        const url = await server.createEmpty(DATABASE);
        const prosody = await startProsody({
          sql: sqlLine(url),
          accounts: ACCOUNTS,
          managed: true,
        });
        undo.unshift(() => prosody.stop());
        const console = await OwnConsole.start(url, {
          PROSODY_CONFIG: prosody.config,
          PROSODY_MANAGED_CONFIG: prosody.managed,
          PROSODY_ADMIN_SOCKET: prosody.socket,
        });
        undo.unshift(() => console.stop());
        for (const command of [
          ["adopt", "--yes"],
          ["index", "--wait"],
        ]) {
          const { code, output } = await console.muniment(...command);
          if (code !== 0) throw new Error(output);
        }
        await use({ prosody, console, ask: (work) => server.asSuperuser(DATABASE, work) });
      } finally {
        for (const stop of undo) await stop();
      }
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ live }, use) => use(live.console.url),
});
