import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, SECURITY_HEADERS } from "@/lib/security-headers";

/** next-auth's cookie, with and without https, whole or in parts. */
const SESSION_COOKIE = /^(__Secure-)?next-auth\.session-token(\.\d+)?$/;
const PUBLIC = new Set(["/sign-in", "/no-access", "/icon.svg"]);

/**
 * A courtesy, never the lock (trust.md 4): whoever has no session cookie is sent to the sign-in before
 * anything is rendered, and every page gets its headers. Whether a session is alive decides `authorize`.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname + request.nextUrl.search;
  const signedIn = request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name));
  if (!signedIn && !PUBLIC.has(request.nextUrl.pathname)) return toSignIn(request, path);

  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  // Next takes the nonce for its own scripts out of the policy of the request.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-muniment-path", path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return withHeaders(response);
}

function toSignIn(request: NextRequest, path: string): NextResponse {
  const target = request.nextUrl.clone();
  target.pathname = "/sign-in";
  target.search = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
  return withHeaders(NextResponse.redirect(target, 307));
}

function withHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
  return response;
}

export const config = {
  // Route handlers answer 401 themselves, and files of the build carry nothing private.
  matcher: ["/((?!api/|_next/static/|_next/image/).*)"],
};
