import { z } from "zod";
import { errors } from "@/lib/i18n/en/errors";
import { bareJid, peerJid, splitBareJid } from "@/lib/xmpp/jid";
import type { HoldScope } from "./views";

const host = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, errors["hold-host"])
  .max(1_023, errors["hold-host"])
  .regex(/^[^\s@/]+$/, errors["hold-host"]);

/** Unix seconds, inclusive; the column `when` of Prosody is int4. */
const when = z.number().int().min(-2_147_483_648).max(2_147_483_647).nullish();
const dates = { from: when, until: when };

const owned = (kind: "person" | "room") =>
  z
    .strictObject({ kind: z.literal(kind), jid: bareJid, ...dates })
    .transform(({ jid, ...rest }) => ({ ...rest, ...ownerOf(jid), peer: null }));

/** What a hold is to keep, as people say it. */
export const holdScope = z
  .union([
    owned("person"),
    owned("room"),
    z
      .strictObject({ kind: z.literal("conversation"), jid: bareJid, with: peerJid, ...dates })
      .transform(({ jid, with: peer, ...rest }) => ({ ...rest, ...ownerOf(jid), peer })),
    z
      .strictObject({ kind: z.literal("host"), host, ...dates })
      .transform((it) => ({ ...it, user: null, peer: null })),
  ])
  .transform((it): HoldScope => ({ ...it, from: it.from ?? null, until: it.until ?? null }))
  .refine(
    ({ from, until }) => from === null || until === null || from <= until,
    errors["hold-dates"],
  );

export type HoldScopeInput = z.input<typeof holdScope>;

export const newHold = z.strictObject({
  scope: holdScope,
  reason: z.string().trim().min(8, errors["words-too-few"]).max(500, errors["words-too-many"]),
});

function ownerOf(jid: z.output<typeof bareJid>) {
  const { localpart, domainpart } = splitBareJid(jid);
  return { host: domainpart, user: localpart };
}
