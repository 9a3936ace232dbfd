import "server-only";
import { refusal } from "@/lib/refusal";
import { mergeChanges, type PolicyChange, policyChanges } from "./change";

const MOST_CHARACTERS = 200_000;

/** The changes in the body of a request. @throws ConsoleError `invalid` */
export async function readChanges(request: Request): Promise<PolicyChange[]> {
  const text = await request.text();
  if (text.length > MOST_CHARACTERS) throw refusal("invalid", "request-invalid");
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refusal("invalid", "request-invalid");
  }
  const parsed = policyChanges.safeParse(given);
  if (!parsed.success) throw refusal("invalid", "request-invalid");
  return mergeChanges(parsed.data);
}
