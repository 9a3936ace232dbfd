import type { Sql } from "postgres";

/** Both copies of so many messages, and after them so many that are cheap to find. */
const COPIES = 10_000;
const PLAIN = 1_500;

/**
 * Messages that make a search work hard: thousands under one id, whose copies differ. Each row is then
 * compared with every copy on the other side. Anybody can send them.
 */
export async function storeManyOfOneId(sql: Sql): Promise<void> {
  const [{ newest } = { newest: 0 }] = await sql<{ newest: number }[]>`
    select max("when") as newest from prosodyarchive`;
  const stanza = (id: string, body: string) =>
    `'<message type="chat" from="sara@chat.example/x" to="rolf@chat.example" id="' || ${id} || '"><body>thunder ' || ${body} || '</body></message>'`;
  const store = (user: string, other: string, value: string, first: number, rows: number) =>
    sql.unsafe(`insert into prosodyarchive (host, "user", store, key, "when", "with", type, value)
      select 'chat.example', '${user}', 'archive', '${user}-' || n + ${first}, ${newest} + n + ${first},
        '${other}@chat.example', 'xml', ${value} from generate_series(1, ${rows}) n`);
  await store("sara", "rolf", stanza("'same'", "'sent ' || n"), 0, COPIES);
  await store("rolf", "sara", stanza("'same'", "'received ' || n"), 0, COPIES);
  await store("sara", "rolf", stanza("n::text", "n"), COPIES, PLAIN);
  await sql`analyze prosodyarchive`;
}
