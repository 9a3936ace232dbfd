import "server-only";
import type { AuthOptions, Session, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { ADDRESS_HEADER, clientAddress } from "./address";
import type { Role } from "./permissions";
import { endSession, lookUpSession, SESSION_SECONDS } from "./sessions";
import { signIn } from "./sign-in";
import { writeRefusal } from "./sign-in-refusal";
import { readToken } from "./token";

/** What /api/auth/session answers; empty when nobody is signed in. */
export type BrowserSession = Session & { operator: { name: string; roles: readonly Role[] } };

type SignedInUser = User & { sessionId: string };

/** Read when it is needed: a build has no secret. */
export function authOptions(): AuthOptions {
  return {
    secret: env().secret ?? undefined,
    useSecureCookies: secureCookies(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS, decode: readToken },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [credentials],
    callbacks: {
      /** The cookie carries a session id and nothing else; the row decides, each time it is read. */
      async jwt({ token, user }) {
        if (user) return { sid: (user as SignedInUser).sessionId };
        return (await lookUpSession(token.sid)) ? { sid: token.sid } : {};
      },
      async session({ session, token }) {
        const operator = await lookUpSession(token.sid);
        if (!operator) return {} as Session;
        const { name, roles } = operator;
        const answer: BrowserSession = { expires: session.expires, operator: { name, roles } };
        return answer;
      },
    },
    events: { signOut: ({ token }) => endSession(token?.sid) },
  };
}

export function secureCookies(): boolean {
  return env().url.startsWith("https:");
}

export function sessionCookieName(): string {
  return `${secureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

const credentials = CredentialsProvider({
  credentials: {
    username: { label: "Username" },
    password: { label: "Password", type: "password" },
  },
  async authorize(typed, { headers }) {
    const refuse = (refusal: Parameters<typeof writeRefusal>[0]): never => {
      throw new Error(writeRefusal(refusal));
    };
    const answer = await signIn({
      name: String(typed?.username ?? ""),
      password: String(typed?.password ?? ""),
      address: clientAddress(headers?.[ADDRESS_HEADER]),
      userAgent: String(headers?.["user-agent"] ?? ""),
    }).catch((error: unknown) => {
      console.error("sign-in failed", error);
      return refuse({ kind: "unavailable", waitSeconds: 0 });
    });
    if (!answer.ok) return refuse(answer.refusal);
    const { id, sessionId } = answer.operator;
    return { id, sessionId } as SignedInUser;
  },
});
