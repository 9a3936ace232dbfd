import { expect, test } from "@playwright/test";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

test("pages, JSON, files, redirects and errors carry the headers, each once", async ({
  request,
}) => {
  const signIn = await (await request.get("/sign-in")).text();
  const files = ["js", "css"].map(
    (ending) => new RegExp(`/_next/static/[^"]+\\.${ending}`).exec(signIn)?.[0] ?? "",
  );
  for (const file of files) expect((await request.get(file)).status(), file).toBe(200);
  const nothing = ["/_next/static/nothing.js", "/api/nothing", "/nothing"];
  // Asked for by the browser itself: a failure of it would be an error in its console.
  expect((await request.get("/favicon.ico")).headers()["content-type"]).toBe("image/svg+xml");
  const icons = ["/icon.svg", "/favicon.ico"];
  const others = ["/", "/sign-in", "/archive", ...icons, "/api/health", "/api/archive/owners"];
  for (const path of [...files, ...nothing, ...others, "/api/auth/csrf", "/sign-in/"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers(), path).toMatchObject(EVERYWHERE);
    const policies = answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === "content-security-policy");
    expect(policies, path).toHaveLength(1);
    expect(policies[0]?.value, path).toContain("frame-ancestors 'none'");
    const isPage = ["/sign-in", ...icons].includes(path);
    expect(policies[0]?.value.includes("script-src"), path).toBe(isPage);
  }
});
