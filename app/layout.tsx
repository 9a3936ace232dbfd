import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/providers";
import { getPreferences } from "@/lib/i18n/server";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Muniment", template: "%s · Muniment" },
  description: "The archive console for Prosody",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Reads the request's headers, so every page is made per request: a nonce cannot be prerendered. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const preferences = await getPreferences();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const { locale, theme, density } = preferences;
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density === "normal" ? undefined : density}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <Providers
          preferences={preferences}
          renderedAt={Math.floor(Date.now() / 1000)}
          nonce={nonce}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}
