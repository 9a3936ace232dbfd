import { signIn } from "next-auth/react";
import { readRefusal, type SignInRefusal } from "@/lib/auth/sign-in-refusal";

export type Attempt = { username: string; tries: number } & (
  | { state: "asked" | "in" }
  | { state: "refused"; refusal: SignInRefusal }
);

const UNREACHED: SignInRefusal = { kind: "unavailable", waitSeconds: 0 };

/** Sends name and password to next-auth; on success the page is left by a full load. */
export async function attemptSignIn(
  before: Attempt,
  form: FormData,
  next: string,
): Promise<Attempt> {
  const username = String(form.get("username") ?? "");
  const password = String(form.get("password") ?? "");
  const tries = before.tries + 1;
  // A network that fails rejects; the operator is told that nothing was checked.
  const answer = await signIn("credentials", { username, password, redirect: false }).catch(
    () => null,
  );
  if (!answer) return { state: "refused", username, tries, refusal: UNREACHED };
  const refusal = readRefusal(answer.error);
  if (refusal) return { state: "refused", username, tries, refusal };
  if (!answer.ok) return { state: "refused", username, tries, refusal: UNREACHED };
  window.location.assign(next);
  return { state: "in", username, tries };
}
