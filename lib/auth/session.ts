import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { env } from "@/lib/env";
import type { Operator } from "./grant";
import { sessionCookieName } from "./options";
import { lookUpSession } from "./sessions";

/**
 * Who is asking, or null. One look at the session row per request, however many components ask.
 * next-auth's own cookie is read with next-auth's own `decode`; `getServerSession` would encrypt a new
 * one each time that a server component cannot set.
 */
export const currentOperator = cache(async (): Promise<Operator | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  return cookie ? lookUpSession(await readSessionId(cookie)) : null;
});

/** A cookie that is forged, expired or of another secret is no cookie. */
async function readSessionId(cookie: string): Promise<unknown> {
  const { secret } = env();
  if (!secret) return null;
  const token = await decode({ token: cookie, secret }).catch(() => null);
  return token?.sid;
}
