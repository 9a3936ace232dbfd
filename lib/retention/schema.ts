import { z } from "zod";
import { errors } from "@/lib/i18n/en/errors";
import { bareJid, splitBareJid } from "@/lib/xmpp/jid";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@/]{1,1023}$/, errors["hold-host"]);
const days = z.number().int().min(1).max(36_500).nullable();

/** A rule as people say it; `days` null: kept for ever. */
export const newRule = z.union([
  z.strictObject({ scope: z.literal("owner"), jid: bareJid, days }).transform(({ jid, days }) => {
    const { localpart, domainpart } = splitBareJid(jid);
    return { host: domainpart, user: localpart, kind: null, days };
  }),
  z
    .strictObject({ scope: z.literal("kind"), host, kind: z.enum(MESSAGE_KINDS), days })
    .transform(({ host, kind, days }) => ({ host, user: null, kind, days })),
  z
    .strictObject({ scope: z.literal("host"), host, days })
    .transform(({ host, days }) => ({ host, user: null, kind: null, days })),
]);

export type NewRule = z.output<typeof newRule>;
export type NewRuleInput = z.input<typeof newRule>;

export const ruleId = z.strictObject({ id: z.number().int().positive() });
export const newRun = z.strictObject({ host: host.nullable(), dryRun: z.boolean() });
export const runPause = z.strictObject({ id: z.guid(), paused: z.boolean() });
