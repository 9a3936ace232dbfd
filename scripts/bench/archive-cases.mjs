/**
 * Each page of the archive over HTTP, and the best SQL we know for the same rows, measured side by side.
 *
 * @param {{ sql: import("postgres").Sql, web: { get(path: string): Promise<any> } }} tools
 * @returns {Promise<{ name: string, http: (round: number) => Promise<unknown>, best: (round: number) => Promise<unknown> }[]>}
 */
export async function archiveCases({ sql, web }) {
  const biggest = await sql`
    select o.id, h.host, o."user", o.rows from console.owner o join console.host h on h.id = o.host_id
    where o.messages and o.store = 'archive' order by o.rows desc limit 40`;
  const owners = biggest.map((row) => ({
    id: row.id,
    host: row.host,
    user: row.user,
    rows: Number(row.rows),
  }));
  const at = (/** @type {number} */ round) =>
    /** @type {typeof owners[number]} */ (owners[round % owners.length]);
  const path = (/** @type {typeof owners[number]} */ o) => `/api/archive/${o.host}/${o.user}`;
  const deep = new Map();
  for (const owner of owners) {
    const [row] = await sql`
      select sort_id, "when" from console.message where owner_id = ${owner.id}
      order by "when", sort_id offset ${Math.floor(owner.rows / 2)} limit 1`;
    deep.set(owner.id, row);
  }
  const newest = (/** @type {number} */ id) => sql`
    select m.sort_id, a.value from (
      select sort_id, "when" from console.message where owner_id = ${id}
      order by "when" desc, sort_id desc limit 60) m
    join prosodyarchive a using (sort_id) order by m."when", m.sort_id`;
  const from = (/** @type {number} */ id, /** @type {any} */ row) => sql`
    select m.sort_id, a.value from (
      (select sort_id, "when" from console.message where owner_id = ${id}
        and ("when", sort_id) < (${row.when}, ${row.sort_id}) order by "when" desc, sort_id desc limit 30)
      union all
      (select sort_id, "when" from console.message where owner_id = ${id}
        and ("when", sort_id) >= (${row.when}, ${row.sort_id}) order by "when", sort_id limit 30)) m
    join prosodyarchive a using (sort_id) order by m."when", m.sort_id`;
  const filters = ["anna", "0042", "room0", "net", "ivan1"];
  return [
    {
      name: "owner list",
      http: () => web.get("/api/archive/owners?sort=rows"),
      best: () => sql`
        select h.host, o.* from console.owner o join console.host h on h.id = o.host_id
        where o.messages order by o.rows desc nulls last, o.id limit 61`,
    },
    {
      name: "owner list, filtered",
      http: (i) => web.get(`/api/archive/owners?sort=last&filter=${filters[i % filters.length]}`),
      best: (i) => sql`
        select h.host, o.* from console.owner o join console.host h on h.id = o.host_id
        where o.messages and (strpos(o."user", ${filters[i % filters.length] ?? ""}) > 0
          or o.host_id = any (array(select id from console.host where strpos(host, ${filters[i % filters.length] ?? ""}) > 0)))
        order by o.last desc nulls last, o.id limit 61`,
    },
    {
      name: "conversations",
      http: (i) => web.get(`${path(at(i))}/conversations`),
      best: (i) => sql`
        select * from console.conversation where owner_id = ${at(i).id}
        order by last desc nulls last, peer limit 61`,
    },
    {
      name: "newest page",
      http: (i) => web.get(`${path(at(i))}/messages`),
      best: (i) => newest(at(i).id),
    },
    {
      name: "deep page",
      http: (i) => web.get(`${path(at(i))}/messages?at=${deep.get(at(i).id).sort_id}`),
      best: (i) => from(at(i).id, deep.get(at(i).id)),
    },
    {
      name: "jump to date",
      http: (i) => {
        const day = new Date(deep.get(at(i).id).when * 1000).toISOString().slice(0, 10);
        return web.get(`${path(at(i))}/messages?date=${day}`);
      },
      best: (i) => {
        const { when } = deep.get(at(i).id);
        return sql`
          select m.sort_id, a.value from (
            select sort_id, "when" from console.message
            where owner_id = ${at(i).id} and "when" >= ${when - (when % 86_400)} order by "when", sort_id limit 60) m
          join prosodyarchive a using (sort_id) order by m."when", m.sort_id`;
      },
    },
    {
      name: "histogram",
      http: (i) => web.get(`${path(at(i))}/histogram`),
      best: (i) => sql`
        select "when" / 86400 as day, count(*) from console.message where owner_id = ${at(i).id} group by 1 order by 1`,
    },
    {
      name: "histogram, Kathmandu",
      http: (i) => web.get(`${path(at(i))}/histogram?zone=Asia/Kathmandu`),
      best: (i) => sql`
        select date_trunc('day', to_timestamp("when") at time zone 'Asia/Kathmandu') as day, count(*)
        from console.message where owner_id = ${at(i).id} group by 1 order by 1`,
    },
    {
      name: "one message",
      http: (i) => web.get(`/api/archive/message/${deep.get(at(i).id).sort_id}`),
      best: (i) => sql`
        select a.*, m.* from prosodyarchive a join console.message m using (sort_id)
        where a.sort_id = ${deep.get(at(i).id).sort_id}`,
    },
  ];
}
