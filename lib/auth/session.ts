import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import { cookieOf } from "./cookie-of";
import type { Operator } from "./grant";
import { sessionCookieName } from "./options";
import { lookUpSession } from "./sessions";
import { readToken } from "./token";
import { WATCHING_HEADER } from "./watching";

/**
 * Who is asking, or null. One look at the session row per request, however many components ask.
 * next-auth's own cookie is read with next-auth's own `decode`; `getServerSession` would encrypt a new
 * one each time that a server component cannot set.
 */
export const currentOperator = cache(async (): Promise<Operator | null> => {
  const asked = await headers();
  const cookie = cookieOf(asked.get("cookie"), sessionCookieName());
  const { secret } = env();
  if (!cookie || !secret) return null;
  const watching = asked.has(WATCHING_HEADER);
  return lookUpSession((await readToken({ token: cookie, secret })).sid, { watching });
});
