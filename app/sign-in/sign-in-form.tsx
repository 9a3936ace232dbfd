"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { type Attempt, attemptSignIn } from "./attempt";
import { Refusal } from "./refusal";

type Props = {
  /** A path of our own. */
  next: string;
  /** Why the visitor is here, when they did not mean to be. */
  word: string | null;
};

const START: Attempt = { state: "asked", username: "", tries: 0 };

export function SignInForm({ next, word }: Props) {
  const text = useText().signIn;
  const password = useRef<HTMLInputElement>(null);
  // A function as action: React keeps a form that was sent before the page came to life, and never puts
  // the fields into an address.
  const [attempt, submit, busy] = useActionState<Attempt, FormData>(
    (before, form) => attemptSignIn(before, form, next),
    START,
  );
  useEffect(() => {
    if (attempt.tries > 0) password.current?.focus();
  }, [attempt.tries]);
  const leaving = attempt.state === "in";
  return (
    <form action={submit}>
      {word && attempt.tries === 0 && (
        <p className="said">
          <Icon name="info" />
          <span>{word}</span>
        </p>
      )}
      <div className="f">
        <label htmlFor="username">{text.username}</label>
        <input
          className="field"
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={attempt.username}
          required
        />
      </div>
      <div className="f">
        <label htmlFor="password">{text.password}</label>
        <input
          ref={password}
          className="field"
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-describedby="sign-in-refusal"
        />
      </div>
      <div className="f">
        <div className="second row">
          <Button type="submit" tone="first" busy={busy || leaving}>
            {busy || leaving ? text.submitting : text.submit}
          </Button>
        </div>
      </div>
      <div className="f">
        <div className="second" id="sign-in-refusal" role="alert">
          {!busy && attempt.state === "refused" && (
            <Refusal key={attempt.tries} refusal={attempt.refusal} />
          )}
        </div>
      </div>
    </form>
  );
}
