import "server-only";
import type { Grant } from "@/lib/auth/grant";
import { pools } from "@/lib/db/pools";
import { readProsodyConfig, SYSTEM_FILES } from "@/lib/prosody/config/read";
import { type ManagedSetting, readManaged } from "@/lib/prosody/lua-config/managed";
import { readLuaConfig } from "@/lib/prosody/lua-config/read";
import { refusal } from "@/lib/refusal";
import type { PolicyChange } from "../change";
import { planWrite } from "../plan/plan-write";

/**
 * The changes that lead from our file as it is to what it was after a version; they go into the draft, so that
 * what they delete is looked at like any other. 0: before the first version, empty.
 * @throws ConsoleError `not-found` for a version that is not kept any more, or that wrote no file of ours
 */
export async function changesBackTo(
  _grant: Grant<"policy.read">,
  id: number,
): Promise<PolicyChange[]> {
  const config = readProsodyConfig();
  if (config?.paths.managed == null) throw refusal("not-found", "policy-version-unknown");
  const text = id === 0 ? "" : await textAfter(id);
  const before = planWrite(config, [], SYSTEM_FILES).managed?.before ?? Buffer.from("");
  const [now, wanted] = [settingsIn(before), settingsIn(Buffer.from(text))];
  if (!now || !wanted) throw refusal("invalid", "policy-foreign");
  return changesBetween(now, wanted);
}

async function textAfter(id: number): Promise<string> {
  const [row] = await pools().interactive<{ text: string | null }[]>`
    select managed_after as text from console.policy_version where id = ${id}`;
  if (row?.text == null) throw refusal("not-found", "policy-version-unknown");
  return row.text;
}

function settingsIn(bytes: Buffer): ManagedSetting[] | null {
  return readManaged(readLuaConfig("/m.lua", { read: () => bytes, list: () => [] }), "/m.lua");
}

export function changesBetween(
  now: readonly ManagedSetting[],
  wanted: readonly ManagedSetting[],
): PolicyChange[] {
  const same = (a: ManagedSetting, b: ManagedSetting) => a.host === b.host && a.name === b.name;
  const gone = now.filter((it) => !wanted.some((other) => same(it, other)));
  const set = wanted.filter((it) => {
    const there = now.find((other) => same(it, other));
    return JSON.stringify(there?.value) !== JSON.stringify(it.value);
  });
  return [...gone.map(({ host, name }) => ({ host, name, value: null })), ...set];
}
