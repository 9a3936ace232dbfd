import "server-only";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";

/** How many cookies are remembered; a browser sends the same one again and again. */
const REMEMBERED = 500;

const opened = new Map<string, JWT>();

/**
 * What is in the session cookie: `sid` and dates. A cookie that is forged, expired or of another secret
 * holds nothing; next-auth would log each as an error of ours. Deriving the key anew costs a millisecond
 * on every request, so what was opened once is remembered: whether the session lives is asked each time.
 */
export async function readToken(params: JWTDecodeParams): Promise<JWT> {
  const key = JSON.stringify([params.token, params.secret, params.salt]);
  const known = opened.get(key);
  if (known && Number(known.exp) * 1000 > Date.now()) return known;
  opened.delete(key);
  const token = await decode(params).catch(() => null);
  if (!token) return {};
  if (opened.size >= REMEMBERED) opened.delete(opened.keys().next().value ?? "");
  opened.set(key, token);
  return token;
}
