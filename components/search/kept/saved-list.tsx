"use client";

import { useState } from "react";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import type { KeptSearch } from "@/lib/search/kept-views";
import { type SearchDeeds, useSearchDeed } from "../deeds";
import { KeptText, textOf } from "./kept-text";
import { RemoveDialog, RenameDialog } from "./saved-dialogs";

type Deeds = Pick<SearchDeeds, "rename" | "share" | "remove">;
type Props = { list: readonly KeptSearch[]; deeds: Deeds; onGo: (text: string) => void };

/** One's own saved searches and those that others share. */
export function SavedList({ list, deeds, onGo }: Props) {
  const t = useText().search.kept;
  return (
    <section>
      <h2 className="h2">{t.saved}</h2>
      {list.length === 0 && <p className="cap">{t.none}</p>}
      <ul className="keptlist">
        {list.map((it) => (
          <li key={it.id}>
            <button type="button" className="plain" onClick={() => onGo(textOf(it))}>
              <b>
                <bdi>{it.name}</bdi>
              </b>
              <KeptText text={textOf(it)} />
            </button>
            <span className="cap">
              <bdi>{it.by ? t.by(it.by) : it.shared ? t.shared : t.private}</bdi>
            </span>
            {it.by === null && <SavedMenu search={it} deeds={deeds} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SavedMenu({ search, deeds }: { search: KeptSearch; deeds: Deeds }) {
  const t = useText().search.kept;
  const [asking, ask] = useState<"rename" | "remove" | null>(null);
  const { error, run } = useSearchDeed();
  const { id, shared } = search;
  const name = search.name ?? "";
  return (
    <>
      {error && (
        <span className="wrong" role="alert">
          {error}
        </span>
      )}
      <Menu trigger={<Tool icon="more" label={t.more(name)} title={t.more(name)} />}>
        <MenuItem icon="pencil" onSelect={() => ask("rename")}>
          {t.rename}
        </MenuItem>
        <MenuItem icon="user" onSelect={() => run(() => deeds.share({ id, shared: !shared }))}>
          {shared ? t.unshare : t.share}
        </MenuItem>
        <MenuItem icon="trash" tone="loss" onSelect={() => ask("remove")}>
          {t.remove}
        </MenuItem>
      </Menu>
      {asking === "rename" && (
        <RenameDialog id={id} name={name} rename={deeds.rename} onClose={() => ask(null)} />
      )}
      {asking === "remove" && (
        <RemoveDialog id={id} name={name} remove={deeds.remove} onClose={() => ask(null)} />
      )}
    </>
  );
}
