"use client";

import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { BrandMark } from "@/components/shell/brand";
import { digestOf } from "@/components/shell/failure";
import { texts } from "@/lib/i18n/texts";
import "./globals.css";

/** The last net, when even the layout fails: no preferences here, so English and the system's theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const { error: text, product } = texts.en.frame;
  const digest = digestOf(error);
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <title>{`${text.title} · ${product}`}</title>
        <main className="door">
          <section className="in">
            <div className="brand">
              <BrandMark />
              <span>{product}</span>
            </div>
            <h1 className="title">{text.title}</h1>
            <p className="pre">{text.lead}</p>
            <button type="button" className="btn first" onClick={retry}>
              {text.retry}
            </button>
          </section>
          <footer className="cap">
            {digest && (
              <span>
                {text.code} <span className="mono">{digest}</span>.
              </span>
            )}
          </footer>
        </main>
      </body>
    </html>
  );
}
