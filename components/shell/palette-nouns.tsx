"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useText } from "@/components/use-text";
import { NOUNS } from "./noun-list";
import { PaletteLine } from "./palette-line";
import type { ShellOperator } from "./types";

export function PaletteNouns({ operator, close }: { operator: ShellOperator; close: () => void }) {
  const text = useText().frame;
  const router = useRouter();
  const nouns = NOUNS.filter((noun) => operator.permissions.includes(noun.permission));
  return (
    <Command.Group heading={text.palette.goTo}>
      {nouns.map((noun) => (
        <PaletteLine
          key={noun.name}
          icon={noun.icon}
          label={text.nouns[noun.name]}
          run={() => {
            close();
            router.push(noun.href);
          }}
        />
      ))}
    </Command.Group>
  );
}
