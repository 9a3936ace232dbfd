import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = {
  icon?: IconName;
  /** Why there is nothing: no data, filter too narrow, no permission, source offline. */
  title: ReactNode;
  children?: ReactNode;
  /** The next step: a button or a link. */
  action?: ReactNode;
};

export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="empty">
      {icon && <Icon name={icon} />}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
