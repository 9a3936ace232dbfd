"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { closeReveal, MAX_REVEAL_MINUTES, openReveal } from "@/lib/auth/reading";
import { action } from "@/lib/auth/wrappers";

const name = z.string().min(1).max(1_023);
const how = {
  reason: z.string().max(4_000),
  minutes: z.int().min(1).max(MAX_REVEAL_MINUTES).default(MAX_REVEAL_MINUTES),
};
/** One archive, all of a host, or everything. */
const reveal = z.union([
  z.strictObject({ host: name, user: name, ...how }),
  z.strictObject({ host: name, user: z.null(), ...how }),
  z.strictObject({ host: z.null(), user: z.null(), ...how }),
]);

/** Opens messages to the operator; answers with the id to close it and when it ends (ISO 8601). */
export const openRevealAction = action("archive.read", reveal, async (grant, input) => {
  const { id, reason, expiresAt } = await openReveal(grant, input);
  refresh();
  return { id, reason, expiresAt: expiresAt.toISOString() };
});

export const closeRevealAction = action(
  "archive.read",
  z.strictObject({ id: z.guid() }),
  async (grant, { id }) => {
    await closeReveal(grant, id);
    refresh();
  },
);
