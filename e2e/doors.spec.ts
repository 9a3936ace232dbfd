import { type APIResponse, expect, test } from "@playwright/test";
import { OPEN_DOORS } from "@/lib/testing/doors";
import { builtActions, builtRoutes } from "./fixtures/built-doors";

/** What Next adds of itself, and pictures. Everything else without a lock stands in OPEN_DOORS, with its reason. */
const NOT_OURS = ["app/_not-found/page", "app/_global-error/page", "app/icon.svg/route"];
const open = [...NOT_OURS, ...Object.keys(OPEN_DOORS).map((it) => it.replace(/\.tsx?$/, ""))];

const VERBS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** The proxy lets through whoever has a cookie: with a forged one, only the door itself can refuse. */
const STRANGERS = {
  "no cookie": {},
  "a forged cookie": { cookie: "next-auth.session-token=forged" },
};

const leadsToSignIn = (answer: APIResponse) =>
  answer.status() === 307 && /^\/sign-in(\?|$)/.test(localOf(answer.headers().location));
const localOf = (location = "") => location.replace(/^http:\/\/127\.0\.0\.1:\d+/, "");

test("nothing that was built answers somebody without a session", async ({ request }) => {
  const routes = builtRoutes();
  expect(routes.filter((it) => open.includes(it.source))).toHaveLength(open.length);
  const locked = routes.filter((it) => !open.includes(it.source));
  expect(locked.length).toBeGreaterThan(8);
  for (const { path, isHandler } of locked) {
    for (const [who, headers] of Object.entries(STRANGERS)) {
      const ask = (method: string) => request.fetch(path, { method, headers, maxRedirects: 0 });
      if (isHandler) {
        const answers = await Promise.all(VERBS.map(ask));
        const statuses = answers.map((it) => it.status());
        expect([401, 403, 405], `${path}, ${who}`).toEqual(expect.arrayContaining(statuses));
        expect(statuses, `${path}, ${who}`).toContain(401);
      } else expect(leadsToSignIn(await ask("GET")), `${path}, ${who}`).toBe(true);
    }
  }
});

test("no server action that was built does anything for somebody without a session", async ({
  request,
}) => {
  const actions = builtActions();
  expect(actions.length).toBeGreaterThan(5);
  for (const { id, name, path } of actions) {
    const call = { data: "[{}]", maxRedirects: 0 };
    const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
    expect(leadsToSignIn(await request.post(path, { ...call, headers })), name).toBe(true);
    const forged = { ...headers, ...STRANGERS["a forged cookie"] };
    const answer = await request.post(path, { ...call, headers: forged });
    expect(await answer.text(), name).toContain('"ok":false,"error":{"code":"unauthenticated"');
  }
});
