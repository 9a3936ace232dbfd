"use client";

import { useRef } from "react";
import { z } from "zod";
import { saveFile } from "@/components/charts/save/save-file";
import { useToast } from "@/components/ui/toast";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { policyChanges } from "@/lib/policy/change";
import type { PolicyView } from "@/lib/policy/views";
import type { Draft } from "./use-draft";

const exported = z.object({ muniment: z.literal("policy"), settings: policyChanges });

type Props = { policy: PolicyView; draft: Draft; mayWrite: boolean };

/** Our settings as a file, and such a file into the draft. */
export function PortTools({ policy, draft, mayWrite }: Props) {
  const t = useText().policy.draft;
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    const ours = policy.settings.filter((it) => it.origin === "here" && it.line?.ours);
    const settings = ours.map(({ host, name, value }) => ({ host, name, value }));
    const text = JSON.stringify({ muniment: "policy", settings }, null, 2);
    saveFile("policy.json", new Blob([text], { type: "application/json" }));
  };
  const read = async (file: File | undefined) => {
    const text = file && file.size < 200_000 ? await file.text() : "";
    const parsed = exported.safeParse(parsedJson(text));
    if (parsed.success) draft.replace(parsed.data.settings);
    else toast({ tone: "loss", title: t.importBad });
  };
  return (
    <>
      <Tool icon="download" words label={t.export} onClick={save} />
      {mayWrite && (
        <>
          <Tool icon="up" words label={t.import} onClick={() => input.current?.click()} />
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t.import}
            accept="application/json,.json"
            onChange={({ target }) => {
              void read(target.files?.[0]);
              target.value = "";
            }}
          />
        </>
      )}
    </>
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
