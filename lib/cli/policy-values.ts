import "server-only";
import { type PolicyChange, policyChange } from "@/lib/policy/change";
import type { Writable } from "@/lib/prosody/lua-config/literal";
import { optionNamed } from "@/lib/prosody/options/catalogue";
import { writePeriod, writeUploadPeriod } from "@/lib/prosody/periods/write";
import { UsageError } from "./command";

/** What people type for a setting, as it is written. `none` takes our line out. Throws UsageError. */
export function changeOf(given: { name: string; value: string; host: string }): PolicyChange {
  const { name, host } = given;
  const option = optionNamed(name);
  if (!option) throw new UsageError(`There is no setting ${name}.`);
  const value = given.value === "none" ? null : toWritable(option.kind.type, given.value);
  const parsed = policyChange.safeParse({ host, name, value });
  if (!parsed.success) throw new UsageError(`${name} does not take ${given.value}.`);
  return parsed.data;
}

function toWritable(kind: string, text: string): Writable {
  if (kind === "period" || kind === "upload-period") return period(kind, text);
  if (text === "true" || text === "false") return text === "true";
  if (kind === "number") return Number(text);
  return kind === "names" ? text.split(/[\s,]+/).filter(Boolean) : text;
}

function period(kind: string, text: string): Writable {
  const days = /^(\d{1,5})d?$/.exec(text)?.[1];
  if (text !== "never" && days === undefined) return text;
  const wanted = text === "never" ? text : Number(days);
  try {
    return kind === "period" ? writePeriod(wanted) : writeUploadPeriod(wanted);
  } catch (error) {
    throw new UsageError(`A period is 1 to 36500 days, or never.`, { cause: error });
  }
}
