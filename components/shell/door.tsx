import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { BrandMark } from "./brand";
import { ThemeSwitch } from "./theme-switch";

type Props = {
  product: string;
  skip: string;
  title: string;
  lead: ReactNode;
  /** Unix seconds; stands in the gutter. */
  at?: number;
  /** Quiet words at the foot of the page. */
  foot?: ReactNode;
  end?: ReactNode;
  children?: ReactNode;
};

/** Pages outside the console: one column of words beside a rule. */
export function Door({ product, skip, title, lead, at, foot, end, children }: Props) {
  return (
    <>
      <a className="skip" href="#main">
        {skip}
      </a>
      <main className="door" id="main" tabIndex={-1}>
        <section className="in">
          <div className="brand">
            <BrandMark />
            <span>{product}</span>
          </div>
          {at !== undefined && <DateTime stamp={at} style="clock" zone className="gut" />}
          <h1 className="title">{title}</h1>
          <p className="pre">{lead}</p>
          {children}
        </section>
        <footer className="cap">
          {foot}
          <ThemeSwitch words />
          {end && <span className="push">{end}</span>}
        </footer>
      </main>
    </>
  );
}
