import "server-only";
import { pools } from "./pools";

export type ConnectionState = "active" | "idle" | "in_transaction";
export type ConnectionCount = { pool: string; state: ConnectionState; n: number };

/** Connections of every process of ours to this database. */
export function countConnections(): Promise<ConnectionCount[]> {
  return pools().interactive.begin("read only", async (tx) => {
    // What a connection does is shown to the login it belongs to, not to the role that the login took.
    await tx`set local role none`;
    return tx<ConnectionCount[]>`
      select split_part(application_name, ' ', 2) as pool,
        case state when 'active' then 'active' when 'idle' then 'idle' else 'in_transaction' end as state,
        count(*)::int as n
      from pg_stat_activity
      where datname = current_database() and usename = session_user
        and application_name ~ '^muniment [a-z]' and state is not null
      group by 1, 2 order by 1, 2`;
  });
}
