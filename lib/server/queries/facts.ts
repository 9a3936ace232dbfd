import "server-only";
import { adoptionPlan } from "@/lib/archive/adoption/plan";
import type { Grant } from "@/lib/auth/grant";
import { describeDatabase } from "@/lib/db/describe";
import { pools } from "@/lib/db/pools";
import { EXTENSIONS, type Extension, type ServerFacts } from "../views";
import { readProsodyTraces } from "./prosody";

/** What the console is connected to: catalogue, settings and a few lookups, whatever the size of the archive. */
export async function getServerFacts(grant: Grant<"server.read">): Promise<ServerFacts> {
  const [description, connection, plan, extensions, prosody] = await Promise.all([
    describeDatabase(pools().interactive),
    readConnection(),
    adoptionPlan(),
    listExtensions(),
    readProsodyTraces(grant),
  ]);
  const { layout, table, adopted, objects } = plan;
  return {
    database: { ...description, ...connection },
    adoption: {
      layout,
      table,
      adopted,
      objects: objects.map(({ name, kind, purpose, state }) => ({ name, kind, purpose, state })),
    },
    extensions,
    prosody,
  };
}

type Connection = Pick<ServerFacts["database"], "address" | "encrypted" | "startedAt" | "standby">;

async function readConnection(): Promise<Connection> {
  const [row] = await pools().interactive<Connection[]>`
    select case when inet_server_addr() is not null
        then host(inet_server_addr()) || ' port ' || inet_server_port() end as address,
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
      extract(epoch from pg_postmaster_start_time())::float8 as "startedAt",
      pg_is_in_recovery() as standby`;
  return row!;
}

async function listExtensions(): Promise<Extension[]> {
  return pools().interactive<Extension[]>`
    select w.name, e.extversion as installed, a.default_version as available
    from unnest(${[...EXTENSIONS]}::text[]) with ordinality w(name, place)
    left join pg_extension e on e.extname = w.name
    left join pg_available_extensions a on a.name = w.name
    order by w.place`;
}
