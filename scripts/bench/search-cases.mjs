/**
 * A search over HTTP, the best SQL we know for the same rows, and what operators type into psql today.
 * @typedef {{ name: string, text: string, best: import("postgres").PendingQuery<any>, ilike: import("postgres").PendingQuery<any> | null }} SearchCase
 */

/** Newest fifty of a query on the index of words. */
const NEWEST = `order by m."when" desc, m.sort_id desc limit 51`;

/**
 * Classes of design/data.md §3. `best` is written by hand for each class, for it knows how common its
 * words are.
 * @param {import("postgres").Sql} sql
 */
export async function searchCases(sql) {
  const [big] = await sql`
    select o.id, o."user" || '@' || h.host as jid from console.owner o
    join console.host h on h.id = o.host_id
    where o.messages and o.store = 'archive' order by o.rows desc limit 1`;
  const [talk] = await sql`
    select peer from console.conversation where owner_id = ${big?.id} and peer <> ''
    order by rows desc limit 1`;
  const [middle] = await sql`
    select percentile_disc(0.5) within group (order by first) as day from console.owner where messages`;
  const day = (/** @type {number} */ at) => new Date(at * 1000).toISOString().slice(0, 10);
  const from = middle?.day ?? 0;
  const [host] = await sql`select id, host from console.host order by id limit 1`;
  const [sender] = await sql`select id from console.party where name = ${big?.jid}`;
  const indexed = (/** @type {string} */ query, extra = "true") =>
    sql.unsafe(
      `with f as materialized (select m.sort_id, m."when" from console.message m
      where m.tsv @@ $1::tsquery and ${extra}) select * from f m ${NEWEST}`,
      [query],
    );
  const [last] = await sql`select max("when") as at from console.message`;
  const newest = `(m."when" / 2592000) = ${Math.floor((last?.at ?? 0) / 2_592_000)}`;
  const before = `(m."when" / 2592000) = ${Math.floor((last?.at ?? 0) / 2_592_000) - 1}`;
  const recent = async (/** @type {string} */ query) => {
    const rows = await indexed(query, newest);
    return rows.length > 50 ? rows : indexed(query, before);
  };
  const walked = (/** @type {string} */ query, /** @type {number} */ rows, where = "true") =>
    sql.unsafe(
      `select m.sort_id from (select * from console.message m where ${where}
      order by m."when" desc, m.sort_id desc limit ${rows}) m where m.tsv @@ $1::tsquery ${NEWEST}`,
      [query],
    );
  const ilike = (/** @type {string} */ piece, where = "true") =>
    sql`select sort_id from prosodyarchive where value ilike ${`%${piece}%`} and ${sql.unsafe(where)}
      order by "when" desc limit 50`;
  const owner = `host = '${big?.jid.split("@")[1]}' and "user" = '${big?.jid.split("@")[0]}'`;
  /** @type {{ name: string, text: string, best: () => PromiseLike<unknown>, ilike: (() => PromiseLike<unknown>) | null }[]} */
  const cases = [
    ["very common word", "the", () => walked("'the'", 400), () => ilike("the")],
    ["common word", "office", () => walked("'office'", 10_000), () => ilike("office")],
    ["medium word (0.5 %)", "needlemany", () => recent("'needlemany'"), () => ilike("needlemany")],
    ["rarer word (0.1 %)", "needlethousand", () => recent("'needlethousand'"), null],
    ["rare word", "needleten", () => indexed("'needleten'"), () => ilike("needleten")],
    [
      "absent word",
      "nobodysaidthis",
      () => indexed("'nobodysaidthis'"),
      () => ilike("nobodysaidthis"),
    ],
    ["phrase", '"in the"', () => walked("'in' <-> 'the'", 10_000), null],
    ["prefix", "needleh*", () => indexed("'needleh':*"), null],
    ["without", "office -the", () => walked("'office' & !'the'", 10_000), null],
    ["either", "needleten OR needlehundred", () => indexed("'needleten' | 'needlehundred'"), null],
    ["two Chinese characters", "会議", () => walked("'会' <-> '議'", 10_000), () => ilike("会議")],
    [
      "medium word of one host",
      `needlemany host:${host?.host}`,
      () => recent(`'needlemany' & ':h${host?.id}'`),
      () => ilike("needlemany", `host = '${host?.host}'`),
    ],
    [
      "common word in one archive",
      `office in:${big?.jid}`,
      () => walked("'office'", 10_000, `m.owner_id = ${big?.id}`),
      () => ilike("office", owner),
    ],
    [
      "common word in a conversation",
      `office in:${big?.jid} with:${talk?.peer}`,
      () => walked("'office'", 10_000, `m.owner_id = ${big?.id} and m.peer = '${talk?.peer}'`),
      null,
    ],
    [
      "common word of one sender",
      `office from:${big?.jid}`,
      () => indexed(`'office' & ':s${sender?.id}'`),
      null,
    ],
    [
      "medium word, two weeks in the middle",
      `needlemany after:${day(from)} before:${day(from + 14 * 86_400)}`,
      () => indexed("'needlemany'", `m."when" between ${from} and ${from + 14 * 86_400}`),
      null,
    ],
    ["no word: files", "has:file", () => walked("':file'", 10_000), null],
    ["no word: one kind", "kind:correction", () => walked("':k6'", 10_000), null],
  ].map(([name, text, best, old]) => ({ name, text, best, ilike: old }));
  return cases;
}
