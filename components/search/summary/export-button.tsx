"use client";

import { useTransition } from "react";
import { withParams } from "@/components/archive/fetch-json";
import { usePreferences } from "@/components/preferences";
import { useToast } from "@/components/ui/toast";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import { formatNumber } from "@/lib/format/number";
import { sentenceOf } from "@/lib/refusal";
import { MAX_EXPORTED } from "@/lib/search/criteria";
import { type Asked, keep } from "../search-queries";

/** The hit list as a file. Fetched rather than followed: a refusal is then said here and not saved as a file. */
export function ExportButton({ asked, open }: { asked: Asked; open: boolean }) {
  const { search, errors } = useText();
  const t = search.csv;
  const { locale } = usePreferences();
  const toast = useToast();
  const [busy, start] = useTransition();
  const note = `${t.note(formatNumber(MAX_EXPORTED, locale))}, ${open ? t.withText : t.withoutText}`;
  const save = () =>
    start(async () => {
      try {
        await download(asked);
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        toast({ tone: "loss", title: sentenceOf(errors, failure) });
      }
    });
  return (
    <Tool
      icon="download"
      label={t.act}
      title={note}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : save}
    />
  );
}

async function download({ text, order, copies, zone }: Asked): Promise<void> {
  const { id } = await keep(text);
  const url = withParams(`/api/search/${id}/csv`, { order, copies, zone });
  const response = await fetch(url);
  if (!response.ok) {
    const problem: { title?: string; reason?: string } = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.title ?? String(response.status)), {
      reason: problem.reason,
    });
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download =
    /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
