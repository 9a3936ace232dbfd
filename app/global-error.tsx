"use client";

import { digestOf } from "@/components/shell/failure";
import { texts } from "@/lib/i18n/texts";
import "./globals.css";

/** The last net, when even the layout fails: no preferences here, so English and the system's theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const { error: text, product } = texts.en.frame;
  const digest = digestOf(error);
  return (
    <html lang="en">
      <body>
        <title>{`${text.title} · ${product}`}</title>
        <main className="page">
          <h1 className="title">{text.title}</h1>
          <p className="abstract">{text.lead}</p>
          {digest && (
            <p className="note">
              {text.code} <span className="mono">{digest}</span>
            </p>
          )}
          <p>
            <button type="button" className="btn" onClick={retry}>
              {text.retry}
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
