/**
 * `refused`: name or password is wrong (or the account is disabled; nobody learns which); the next try
 * is looked at after `waitSeconds`, 0 meaning at once. `wait`: not looked at, there were too many.
 * `unavailable`: the database or the audit trail cannot be written.
 */
export type SignInRefusal =
  | { kind: "refused" | "wait"; waitSeconds: number }
  | { kind: "unavailable"; waitSeconds: 0 };

/** As it travels in next-auth's `error` parameter: `refused.4`, `wait.12`, `unavailable.0`. */
export function writeRefusal({ kind, waitSeconds }: SignInRefusal): string {
  return `${kind}.${waitSeconds}`;
}

/** Reads `error` of next-auth's answer or of /sign-in's address; null when there is none. */
export function readRefusal(error: string | null | undefined): SignInRefusal | null {
  if (!error) return null;
  const [, kind, seconds] = /^(refused|wait)\.(\d{1,4})$/.exec(error) ?? [];
  if (kind === "refused" || kind === "wait") return { kind, waitSeconds: Number(seconds) };
  if (error === "CredentialsSignin") return { kind: "refused", waitSeconds: 0 };
  return { kind: "unavailable", waitSeconds: 0 };
}
