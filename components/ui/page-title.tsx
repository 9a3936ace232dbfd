import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** Mono, beside the title: a JID. */
  id?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
};

export function PageTitle({ children, id, actions }: Props) {
  return (
    <div className="head">
      <h1 className="title">
        <bdi>{children}</bdi>
      </h1>
      {id && <span className="cap mono">{id}</span>}
      {actions && <div className="row wrap push noprint">{actions}</div>}
    </div>
  );
}
