import { z } from "zod";
import type { Writable } from "@/lib/prosody/lua-config/literal";
import { optionNamed } from "@/lib/prosody/options/catalogue";
import type { OptionKind } from "@/lib/prosody/options/option";
import { isPlainPeriod, MOST_DAYS } from "@/lib/prosody/periods/write";

/** One line of our file as it shall be; null takes the line away. "*": everywhere. */
export type PolicyChange = { host: string; name: string; value: Writable | null };

const value = z.union([
  z.string().max(1_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50).readonly(),
]);

/** Every change names a setting of the catalogue and a value that its kind allows. */
export const policyChange = z
  .object({
    host: z.string().min(1).max(1_023),
    name: z.string().max(100),
    value: value.nullable(),
  })
  .refine(
    ({ name, value: given }) => {
      const kind = optionNamed(name)?.kind;
      return kind !== undefined && (given === null || allows(kind, given));
    },
    { error: "This setting does not take this value." },
  );

export const policyChanges = z.array(policyChange).max(200);

const MOST_SECONDS = MOST_DAYS * 86_400;

/** Only what every version reads alike passes: plain days, whole seconds, known words. */
export function allows(kind: OptionKind, given: Writable): boolean {
  switch (kind.type) {
    case "period":
      return typeof given === "string" && isPlainPeriod(given) && daysOf(given) <= MOST_DAYS;
    case "upload-period":
      return given === -1 || (isWhole(given) && given >= 86_400 && given <= MOST_SECONDS);
    case "switch":
      return typeof given === "boolean";
    case "number":
      return isWhole(given) && given >= kind.min && given <= kind.max;
    case "choice":
      return (kind.values as readonly unknown[]).includes(given);
    case "names":
      return Array.isArray(given) && given.every((it) => /^[^\s"'\\]{3,200}$/.test(it));
    case "shown":
      return false;
  }
}

const isWhole = (it: Writable): it is number => typeof it === "number" && Number.isInteger(it);
const daysOf = (text: string) => (text === "never" ? 0 : Number.parseInt(text, 10));

/** A later change of one setting takes the place of an earlier one. */
export function mergeChanges(changes: readonly PolicyChange[]): PolicyChange[] {
  return [...new Map(changes.map((it) => [`${it.host} ${it.name}`, it])).values()];
}
