"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/use-text";
import type { IconName } from "./icon-paths";
import { Tool } from "./tool";

type Props = {
  /** What goes to the clipboard. */
  value: string | (() => string);
  label: string;
  /** `copy` unless told. */
  icon?: IconName;
  /** Shows the label beside the icon. */
  words?: boolean;
};

/** Says "Copied" for two seconds, on screen and to screen readers. */
export function CopyButton({ value, label, icon = "copy", words }: Props) {
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
        icon={copied ? "check" : icon}
        label={copied ? text.copied : label}
        words={words}
        className="noprint"
        onClick={copy}
      />
      <span className="vh" aria-live="polite">
        {copied ? text.copied : ""}
      </span>
    </>
  );
}
