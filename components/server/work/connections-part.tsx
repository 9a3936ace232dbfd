"use client";

import { usePreferences } from "@/components/preferences";
import { Num } from "@/components/ui/num";
import { useText } from "@/components/use-text";
import type { ConnectionState } from "@/lib/db/connections";
import { formatNumber } from "@/lib/format/number";
import type { ServerPulse } from "@/lib/server/views";
import { Part } from "../part";

type Connections = ServerPulse["connections"];

/** Connections of every process of ours, by pool; beside all that the server has. */
export function ConnectionsPart({ connections }: { connections: Connections }) {
  const t = useText().server.pools;
  const { locale } = usePreferences();
  const { ours, most, all, allowed } = connections;
  const names: Record<string, string> = t.names;
  const pools = [...new Set([...Object.keys(most), ...ours.map((it) => it.pool)])];
  const count = (pool: string, state: ConnectionState) =>
    ours.find((it) => it.pool === pool && it.state === state)?.n ?? 0;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Part id="connections" title={t.title} note={t.of(number(all), number(allowed))}>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t.pool}</th>
            <th scope="col" className="n">
              {t.active}
            </th>
            <th scope="col" className="n">
              {t.inTransaction}
            </th>
            <th scope="col" className="n">
              {t.idle}
            </th>
            <th scope="col" className="n hide-s">
              {t.most}
            </th>
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <tr key={pool}>
              <th scope="row">{names[pool] ?? pool}</th>
              <td className="n">
                <Num value={count(pool, "active")} />
              </td>
              <td className="n">
                <Num value={count(pool, "in_transaction")} />
              </td>
              <td className="n">
                <Num value={count(pool, "idle")} />
              </td>
              <td className="n hide-s">
                <Num value={most[pool] ?? null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
