import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import type { Operator } from "./grant";
import { sessionCookieName } from "./options";
import { lookUpSession } from "./sessions";
import { readToken } from "./token";

/**
 * Who is asking, or null. One look at the session row per request, however many components ask.
 * next-auth's own cookie is read with next-auth's own `decode`; `getServerSession` would encrypt a new
 * one each time that a server component cannot set.
 */
export const currentOperator = cache(async (): Promise<Operator | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const { secret } = env();
  if (!cookie || !secret) return null;
  return lookUpSession((await readToken({ token: cookie, secret })).sid);
});
