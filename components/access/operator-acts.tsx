"use client";

import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tool } from "@/components/ui/tool";
import { useText } from "@/components/use-text";
import type { OperatorView } from "@/lib/access/views";
import type { Deed } from "./types";

type Props = { operator: OperatorView; onAsk: (deed: Deed) => void };

/** What is guarded stays visible and says why: a button that is missing explains nothing. */
export function OperatorActs({ operator, onAsk }: Props) {
  const text = useText().access.actions;
  const { name, self, disabledAt, sessions } = operator;
  const none = sessions.length === 0;
  return (
    <div className="acts noprint">
      <Button
        small
        aria-label={text.signOutOf(name)}
        aria-disabled={none || undefined}
        title={none ? text.noSessions : undefined}
        onClick={() => !none && onAsk("signOut")}
      >
        {text.signOut}
      </Button>
      {disabledAt ? (
        <Button small aria-label={text.enableOf(name)} onClick={() => onAsk("enable")}>
          {text.enable}
        </Button>
      ) : (
        <Button
          small
          aria-label={text.disableOf(name)}
          aria-disabled={self || undefined}
          title={self ? text.disableSelf : undefined}
          onClick={() => !self && onAsk("disable")}
        >
          {text.disable}
        </Button>
      )}
      <Menu trigger={<Tool icon="more" label={text.more(name)} />}>
        <MenuItem icon="access" onSelect={() => onAsk("reset")}>
          {text.reset}
        </MenuItem>
        <MenuItem icon="shield" onSelect={() => onAsk("roles")}>
          {text.roles}
        </MenuItem>
      </Menu>
    </div>
  );
}
