"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import type { Preferences } from "@/lib/i18n/preferences";
import { PreferencesProvider } from "./preferences";
import { getQueryClient } from "./query-client";
import { ToastProvider } from "./ui/toast";

type Props = {
  preferences: Preferences;
  renderedAt: number;
  /** Of this response: radix puts a style element into the page when a dialog locks scrolling. */
  nonce: string | undefined;
  children: ReactNode;
};

export function Providers({ preferences, renderedAt, nonce, children }: Props) {
  // A navigation within the tab brings a new nonce, but the document keeps the policy it came with.
  if (nonce && typeof window !== "undefined" && !nonceSet) {
    setNonce(nonce);
    nonceSet = true;
  }
  return (
    <NuqsAdapter>
      <QueryClientProvider client={getQueryClient()}>
        <PreferencesProvider initial={preferences} renderedAt={renderedAt}>
          <Tooltip.Provider delayDuration={300} skipDelayDuration={100}>
            <ToastProvider>{children}</ToastProvider>
          </Tooltip.Provider>
        </PreferencesProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}

let nonceSet = false;
