import { test as base } from "../fixtures/test";
import { OwnConsole } from "./console";
import { type Archive, type OwnLayout, type OwnLogin, OwnServer } from "./server";

/** One layout as its owner lets Muniment in: with Prosody's own login, and with the roles of ours. */
const LOGINS: Record<OwnLayout, OwnLogin> = { prosody: "prosody", reference: "muniment" };

export type Own = { archive: Archive; console: OwnConsole };
type Start = (layout: OwnLayout) => Promise<Own>;

/**
 * `own`: the running console over the database of `layout`, started by the first test that asks for it
 * and kept, as it then is, for the tests after it. `baseURL` and `pageAs` lead to it.
 */
export const test = base.extend<{ layout: OwnLayout; own: Own }, { start: Start }>({
  layout: ["prosody", { option: true }],
  start: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await OwnServer.start();
      const running = new Map<OwnLayout, Promise<Own>>();
      const start = async (layout: OwnLayout) => {
        const archive = await server.createArchive(layout, LOGINS[layout]);
        return { archive, console: await OwnConsole.start(archive.url) };
      };
      await use((layout) => {
        const own = running.get(layout) ?? start(layout);
        running.set(layout, own);
        return own;
      });
      for (const own of await Promise.allSettled(running.values())) {
        if (own.status === "fulfilled") await own.value.console.stop();
      }
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  own: async ({ start, layout }, use) => use(await start(layout)),
  baseURL: async ({ own }, use) => use(own.console.url),
});
