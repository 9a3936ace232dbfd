"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useText } from "@/components/use-text";
import { type KeyGroup, useShell } from "./shell-context";

export function KeysDialog() {
  const text = useText().frame.keys;
  const { floating, setFloating, keys } = useShell();
  const everywhere: KeyGroup = {
    title: text.everywhere,
    lines: [
      { keys: ["Ctrl", "K"], does: text.palette },
      { keys: ["/"], does: text.search },
      { keys: ["f"], does: text.filter },
      { keys: ["["], does: text.rail },
      { keys: ["?"], does: text.help },
      { keys: ["Esc"], does: text.close },
    ],
  };
  return (
    <Dialog
      open={floating === "keys"}
      onOpenChange={(open) => setFloating(open ? "keys" : null)}
      title={text.title}
      width={440}
    >
      <div className="keylist">
        {[...(keys ? [keys] : []), everywhere].map((group) => (
          <section key={group.title}>
            <h3 className="h3">{group.title}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.does} className="contents">
                  <dt>
                    {line.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
