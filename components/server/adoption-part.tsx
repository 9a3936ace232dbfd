"use client";

import { Mark, type MarkTone } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import type { AdoptionState } from "@/lib/prosody/adoption/object";
import type { ServerFacts } from "@/lib/server/views";
import { Command } from "./command";
import { Part } from "./part";

type Adoption = ServerFacts["adoption"];

const TONE: Record<AdoptionState, MarkTone> = {
  present: "fine",
  missing: "guess",
  invalid: "loss",
};

/** Each object on Prosody's table: there or not, and what to run. */
export function AdoptionPart({ adoption: { adopted, objects } }: { adoption: Adoption }) {
  const t = useText().server.adoption;
  if (objects.length === 0) return null;
  const uses: Record<string, string> = t.uses;
  return (
    <Part id="adoption" title={t.title}>
      <table className="t adoption">
        <thead>
          <tr>
            <th scope="col">{t.object}</th>
            <th scope="col" className="hide-s">
              {t.use}
            </th>
            <th scope="col" className="n">
              {t.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {objects.map(({ name, kind, state, purpose }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className="hide-s">
                {t.kinds[kind]}: {uses[name] ?? purpose}
              </td>
              <td className="n">
                <Mark tone={TONE[state]}>{t.states[state]}</Mark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adopted ? (
        <p className="cap fn">{t.complete}</p>
      ) : (
        <div className="mt-2">
          <Command does={t.run} line="npx muniment adopt --plan" />
          <Command does={t.apply} line="npx muniment adopt" />
        </div>
      )}
    </Part>
  );
}
