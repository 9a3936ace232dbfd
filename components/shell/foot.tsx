import { Icon } from "@/components/ui/icon";
import type { FootState } from "./types";

const ICON = { fine: "pass", guess: "unknown", loss: "fail" } as const;

/** How the server, the database and the indexer are; on the rail only the icon, with the words on hover. */
export function Foot({ state }: { state: FootState }) {
  const { tone, title, detail } = state;
  return (
    <div className="foot" title={detail ? `${title}\n${detail}` : title}>
      <div className="ok">
        <Icon name={ICON[tone]} className={tone} />
        <span className="words">{title}</span>
      </div>
      {detail && <span className="words">{detail}</span>}
    </div>
  );
}
