"use client";

import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import type { Searched } from "@/lib/search/views";
import { IndexLines } from "./index-lines";
import { isBehind, useIndexState } from "./use-index-state";

type Props = {
  searched: Searched;
  /** Asks the same once more. */
  onAgain: () => void;
};

/** Why there may be more than is shown, each with what to do about it. Nothing when there is none. */
export function SearchedNotices({ searched, onAgain }: Props) {
  const t = useText().search.searched;
  const index = useIndexState(searched);
  const { unknownNames, cut, unindexed } = searched;
  const behind = isBehind(searched);
  const lines = [
    unknownNames.length > 0 &&
      `${t.unknown(unknownNames.join(", "), unknownNames.length)} ${t.unknownFix}`,
    unindexed && `${t.unindexed[unindexed]} ${t.unindexedFix}`,
    cut && `${t.cut} ${t.cutFix}`,
  ].filter((it) => typeof it === "string");
  if (lines.length === 0 && !behind) return null;
  return (
    <div className="notice">
      <Icon name="info" />
      <div>
        <div role="status">
          {lines.map((line) => (
            <p key={line}>
              <bdi>{line}</bdi>
            </p>
          ))}
        </div>
        {/* Beside what is announced: its numbers change every two seconds. */}
        {behind && <IndexLines state={index} onAgain={onAgain} />}
      </div>
    </div>
  );
}
