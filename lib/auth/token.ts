import "server-only";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";

/**
 * What is in the session cookie: `sid` and dates. A cookie that is forged, expired or of another secret
 * holds nothing; next-auth would log each as an error of ours.
 */
export async function readToken(params: JWTDecodeParams): Promise<JWT> {
  const token = await decode(params).catch(() => null);
  return token ?? {};
}
