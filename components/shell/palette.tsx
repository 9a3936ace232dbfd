"use client";

import { Command } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { useFocusBack } from "@/components/ui/focus-back";
import { Icon } from "@/components/ui/icon";
import { useText } from "@/components/use-text";
import { fits } from "./fits";
import { PaletteCommands } from "./palette-commands";
import { PaletteNouns } from "./palette-nouns";
import { PaletteOwners } from "./palette-owners";
import { useShell } from "./shell-context";
import type { ShellOperator } from "./types";

/** ⌘K: go to a page, a person or a room, or do what the frame can do. */
export function Palette({ operator }: { operator: ShellOperator }) {
  const text = useText().frame.palette;
  const { floating, setFloating } = useShell();
  const { remember, giveBack } = useFocusBack();
  const close = () => setFloating(null);
  return (
    <Radix.Root
      open={floating === "palette"}
      onOpenChange={(open) => setFloating(open ? "palette" : null)}
    >
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className="dialog palette"
          aria-describedby={undefined}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={giveBack}
        >
          <Radix.Title className="vh">{text.title}</Radix.Title>
          <PaletteBody operator={operator} close={close} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteBody({ operator, close }: { operator: ShellOperator; close: () => void }) {
  const text = useText().frame.palette;
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState("");
  const browses = operator.permissions.includes("archive.browse");
  return (
    <Command
      label={text.title}
      value={chosen}
      onValueChange={setChosen}
      filter={(value, typed) => fits([value], typed)}
      loop
    >
      <div className="find">
        <Icon name="search" />
        <Command.Input value={search} onValueChange={setSearch} placeholder={text.placeholder} />
      </div>
      <Command.List className="choices" label={text.title}>
        <Command.Empty>{browses ? text.emptyOwners : text.empty}</Command.Empty>
        <PaletteNouns operator={operator} close={close} />
        {browses && <PaletteOwners search={search.trim()} close={close} onFirst={setChosen} />}
        <PaletteCommands close={close} />
      </Command.List>
    </Command>
  );
}
