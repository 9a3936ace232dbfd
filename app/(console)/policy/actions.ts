"use server";

import { z } from "zod";
import { action } from "@/lib/auth/wrappers";
import { applyDraft, applyInput } from "@/lib/policy/commands/apply";
import { changesBackTo } from "@/lib/policy/commands/roll-back";
import { draftInput, saveDraft } from "@/lib/policy/commands/save-draft";

/** Keeps the draft that all operators share; answers with its new version. */
export const saveDraftAction = action("policy.write", draftInput, saveDraft);

/** Writes the draft into the files and has Prosody take it. */
export const applyDraftAction = action("policy.write", applyInput, applyDraft);

/** The changes that lead back to a version; nothing is written. */
export const changesBackAction = action(
  "policy.read",
  z.object({ id: z.number().int().min(0) }),
  (grant, { id }) => changesBackTo(grant, id),
);
