"use client";

import { shortName } from "@/components/storage/database/names";
import { DateTime } from "@/components/ui/date-time";
import { Facts } from "@/components/ui/facts";
import { Mark } from "@/components/ui/mark";
import { useText } from "@/components/use-text";
import type { ServerFacts } from "@/lib/server/views";
import { Part } from "./part";

type Props = { database: ServerFacts["database"]; table: string | null };

/** Which PostgreSQL this is, as whom we are there, and what it promises less of than another would. */
export function DatabasePart({ database, table }: Props) {
  const { server, access } = useText();
  const t = server.database;
  const { name, version, address, encrypted, login, role, startedAt, standby, weaker } = database;
  return (
    <Part id="postgresql" title={t.title}>
      <Facts
        facts={[
          { name: t.version, value: version },
          { name: t.name, value: <code>{name}</code> },
          {
            name: t.address,
            value: address === null ? t.socket : `${address}, ${encrypted ? t.tls : t.noTls}`,
          },
          {
            name: t.login,
            value: (
              <>
                <code>{login}</code>
                {role !== login && <span className="cap"> {t.actsAs(role)}</span>}
              </>
            ),
          },
          { name: t.started, value: <DateTime stamp={startedAt} /> },
          { name: t.layout, value: table === null ? t.noLayout : <code>{shortName(table)}</code> },
          standby && {
            name: t.standby,
            value: (
              <Mark tone="loss" className="sentence">
                {t.isStandby}
              </Mark>
            ),
          },
        ]}
      />
      {weaker.length === 0 ? (
        <p className="cap mt-2">{t.nothingWeaker}</p>
      ) : (
        <>
          <h3 className="h3 mt-4 mb-2">{t.weaker}</h3>
          <ul className="note">
            {weaker.map((promise) => (
              <li key={promise}>
                <Mark tone="guess" className="sentence">
                  {access.guards.weaker[promise]}
                </Mark>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
