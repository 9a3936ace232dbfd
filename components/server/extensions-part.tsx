"use client";

import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import type { Extension } from "@/lib/server/views";
import { Command } from "./command";
import { Part } from "./part";

/** Ours go into our schema, so that they leave with it (lib/db/extensions.ts). */
const CREATE: Record<Extension["name"], string> = {
  btree_gin: "create extension btree_gin with schema console;",
  pg_trgm: "create extension pg_trgm with schema console;",
  pg_stat_statements: "create extension pg_stat_statements;",
};

/** What Muniment uses where it is there, and works without. */
export function ExtensionsPart({ extensions }: { extensions: readonly Extension[] }) {
  const t = useText().server.extensions;
  return (
    <Part id="extensions" title={t.title}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.use}</th>
            <th scope="col" className="n">
              {t.version}
            </th>
          </tr>
        </thead>
        <tbody>
          {extensions.map((it) => (
            <Line key={it.name} extension={it} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Line({ extension: { name, installed, available } }: { extension: Extension }) {
  const t = useText().server.extensions;
  const missing = installed === null;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        {t.uses[name]}
        {missing && available === null && <p className="cap">{t.contrib}</p>}
        {missing && available !== null && <Command line={CREATE[name]} />}
        {missing && name === "pg_stat_statements" && <p className="cap">{t.restart}</p>}
      </td>
      <td className="n">
        {installed ?? <Mark tone="guess">{available === null ? t.notThere : t.missing}</Mark>}
      </td>
    </tr>
  );
}
