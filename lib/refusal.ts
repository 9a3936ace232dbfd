import { ConsoleError, type ErrorCode } from "./errors";
import { type ErrorReason, type ErrorTexts, errors } from "./i18n/en/errors";

type Details = Omit<ConsoleError["details"], "reason"> & {
  /** Says more than the dictionary's sentence (a name, a field), in English, for command line and log. */
  words?: string;
};

/** A ConsoleError whose sentence stands in the dictionaries, so that the browser can say it in its language. */
export function refusal(
  code: ErrorCode,
  reason: ErrorReason,
  { words, ...details }: Details = {},
): ConsoleError {
  return new ConsoleError(code, words ?? errors[reason], { ...details, reason });
}

/** The name of a sentence that came without one: schemas can carry words only. */
export function reasonOf(sentence: string): ErrorReason | undefined {
  return (Object.keys(errors) as ErrorReason[]).find((reason) => errors[reason] === sentence);
}

/** What the browser shows of a failure: the dictionary's sentence where there is one, else what the server said. */
export function sentenceOf(
  texts: ErrorTexts,
  failure: { message: string; reason?: string },
): string {
  const { reason, message } = failure;
  return reason !== undefined && Object.hasOwn(texts, reason)
    ? texts[reason as ErrorReason]
    : message;
}
