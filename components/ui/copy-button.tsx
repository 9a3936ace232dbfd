"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/use-text";
import { Tool } from "./tool";

type Props = {
  /** What goes to the clipboard. */
  value: string | (() => string);
  label: string;
  /** Shows the label beside the icon. */
  words?: boolean;
};

/** Says "Copied" for two seconds, on screen and to screen readers. */
export function CopyButton({ value, label, words }: Props) {
  const text = useText().ui;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(typeof value === "string" ? value : value());
    setCopied(true);
  };
  return (
    <>
      <Tool
        icon={copied ? "check" : "copy"}
        label={copied ? text.copied : label}
        words={words}
        onClick={copy}
      />
      <span className="vh" aria-live="polite">
        {copied ? text.copied : ""}
      </span>
    </>
  );
}
