import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/content-security-policy";

/** next-auth's cookie, with and without https, whole or in parts. */
const SESSION_COOKIE = /^(__Secure-)?next-auth\.session-token(\.\d+)?$/;
/** Browsers ask for it when a page is slow to name its icon. */
const FAVICON = "/favicon.ico";
const PUBLIC = new Set(["/sign-in", "/no-access", "/icon.svg", FAVICON]);

/**
 * A courtesy, never the lock (trust.md 4): whoever has no session cookie is sent to the sign-in before
 * anything is rendered, and every page gets the policy it can run under. Whether a session is alive decides `authorize`.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const path = pathname + search;
  const signedIn = request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name));
  if (!signedIn && !PUBLIC.has(pathname)) return toSignIn(request, path);

  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  // Next takes the nonce for its own scripts out of the policy of the request.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-muniment-path", path);
  const response =
    pathname === FAVICON
      ? NextResponse.rewrite(new URL("/icon.svg", request.url), { request: { headers } })
      : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function toSignIn(request: NextRequest, path: string): NextResponse {
  const target = request.nextUrl.clone();
  target.pathname = "/sign-in";
  target.search = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
  return NextResponse.redirect(target, 307);
}

export const config = {
  // Route handlers answer 401 themselves, and files of the build carry nothing private.
  matcher: ["/((?!api/|metrics$|_next/static/|_next/image/).*)"],
};
