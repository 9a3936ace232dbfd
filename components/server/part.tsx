import type { ReactNode } from "react";

type Props = { id: string; title: string; note?: ReactNode; children: ReactNode };

/** A section of the page under its heading; `id` is also what a link leads to. */
export function Part({ id, title, note, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="head bar0">
        <h2 className="h2" id={id}>
          {title}
        </h2>
        {note && <span className="cap push num">{note}</span>}
      </div>
      {children}
    </section>
  );
}
