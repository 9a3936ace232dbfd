/**
 * @typedef {{ name: string, path: string, raw: () => PromiseLike<unknown>, goal: boolean }} StorageCase
 * `raw`: the same figures out of the rows themselves, as one would ask for them without rollups; `goal`: false where
 * these are no scan of the archive.
 */

/**
 * What the storage page asks for, over HTTP and as a GROUP BY. Kinds are not in Prosody's table: there the lines of
 * our own index are counted, which is kinder than parsing.
 * @param {import("postgres").Sql} sql
 * @returns {Promise<StorageCase[]>}
 */
export async function storageCases(sql) {
  const [big] = await sql`
    select h.host, o."user" from console.owner o join console.host h on h.id = o.host_id
    where o.messages order by o.rows desc limit 1`;
  const [end] = await sql`select max("when") as at from prosodyarchive`;
  const zone = "Asia/Kathmandu";
  const sums = `count(*) as rows, sum(octet_length(value)) as bytes`;
  const group = (/** @type {string} */ what, where = "true") =>
    sql.unsafe(`select ${what}, ${sums} from prosodyarchive where ${where} group by 1, 2`);
  const local = (/** @type {string} */ step) =>
    `date_trunc('${step}', to_timestamp("when") at time zone '${zone}')`;
  const eightWeeks = `"when" > ${end?.at} - 8 * 7 * 86400`;
  return [
    {
      name: "growth by host, days, UTC",
      path: "/api/storage/growth?step=day",
      raw: () => group(`host, date_trunc('day', to_timestamp("when") at time zone 'UTC')`),
      goal: true,
    },
    {
      name: "growth by host, days, Kathmandu",
      path: `/api/storage/growth?step=day&zone=${zone}`,
      raw: () => group(`host, ${local("day")}`),
      goal: true,
    },
    {
      name: "growth by store, weeks, Kathmandu",
      path: `/api/storage/growth?split=store&step=week&zone=${zone}`,
      raw: () => group(`store, ${local("week")}`),
      goal: true,
    },
    {
      name: "growth by kind, months",
      path: "/api/storage/growth?split=kind&step=month",
      raw: () => sql`
        select kind, date_trunc('month', to_timestamp("when") at time zone 'UTC'), count(*), sum(size_bytes)
        from console.message group by 1, 2`,
      goal: true,
    },
    {
      name: "kinds, encrypted over time",
      path: "/api/storage/kinds",
      raw: () => sql`
        select date_trunc('month', to_timestamp("when") at time zone 'UTC'), kind, count(*), sum(size_bytes)
        from console.message group by 1, 2`,
      goal: true,
    },
    {
      name: "people and rooms by size",
      path: "/api/storage/owners?limit=24",
      raw: () => group(`host, "user"`),
      goal: true,
    },
    {
      name: "forecast of bytes, with what expires",
      path: "/api/storage/forecast?unit=bytes",
      raw: () =>
        sql.unsafe(
          `select host, store, "when" / 86400, ${sums} from prosodyarchive group by 1, 2, 3`,
        ),
      goal: true,
    },
    {
      name: "sizes on disk over time",
      path: "/api/storage/disk",
      raw: () => group(`host, date_trunc('week', to_timestamp("when") at time zone 'UTC')`),
      goal: true,
    },
    {
      name: "hours of 8 weeks, Kathmandu",
      path: `/api/storage/heat?weeks=8&zone=${zone}`,
      raw: () =>
        group(
          `extract(isodow from to_timestamp("when") at time zone '${zone}'),
            extract(hour from to_timestamp("when") at time zone '${zone}')`,
          eightWeeks,
        ),
      goal: false,
    },
    {
      name: "the largest owner by month",
      path: `/api/storage/owner?host=${big?.host}&user=${big?.user}`,
      raw: () =>
        group(
          `store, date_trunc('month', to_timestamp("when") at time zone 'UTC')`,
          `host = '${big?.host}' and "user" = '${big?.user}'`,
        ),
      goal: false,
    },
  ];
}
