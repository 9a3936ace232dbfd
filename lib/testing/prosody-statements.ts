import { randomUUID } from "node:crypto";
import type { ISql } from "postgres";

export type NewRow = {
  host?: string;
  user?: string;
  store?: string;
  key?: string;
  when?: number;
  with?: string;
  body?: string;
  value?: string;
};

/** The statements of mod_storage_sql (0.12.3 and 13.0.1), as Prosody sends them. */
export const prosodyStatements = {
  /** append(): a row with a given key is deleted before it is inserted. Returns `sort_id`. */
  async append(sql: ISql, row: NewRow): Promise<number> {
    const { host = "a.example", user = "anna", store = "archive", key = randomUUID() } = row;
    const other = row.with ?? "bert@a.example";
    const value =
      row.value ??
      `<message type='chat' to='${other}' from='${user}@${host}/phone' id='${key}'><body>${row.body ?? "hi"}</body></message>`;
    await sql`delete from "prosodyarchive" where "host" = ${host} and "user" = ${user}
      and "store" = ${store} and "key" = ${key}`;
    const [inserted] = await sql<{ sort_id: string }[]>`
      insert into "prosodyarchive" ("host", "user", "store", "when", "with", "key", "type", "value")
      values (${host}, ${user}, ${store}, ${row.when ?? 1_700_000_000}, ${other}, ${key}, 'xml', ${value})
      returning "sort_id"`;
    return Number(inserted?.sort_id);
  },

  /** mod_mam's daily expiry: one statement for everybody of the host. */
  expire: (sql: ISql, host: string, store: string, until: number) => sql`
    delete from "prosodyarchive" where "host" = ${host} and "store" = ${store} and "when" <= ${until}`,

  /** driver:purge() after a user was deleted. */
  purgeUser: (sql: ISql, host: string, user: string) => sql`
    delete from "prosodyarchive" where "host" = ${host} and "user" = ${user}`,

  /** archive:set(), which mod_muc_moderation uses. */
  set: (
    sql: ISql,
    row: { host: string; user: string; store: string; key: string; value: string },
  ) => sql`
    update "prosodyarchive" set "value" = ${row.value}
    where "host" = ${row.host} and "user" = ${row.user} and "store" = ${row.store} and "key" = ${row.key}`,

  /** archive:delete() with `truncate` (item limit). */
  truncateTo: (sql: ISql, host: string, user: string, store: string, keep: number) => sql`
    delete from "prosodyarchive" where "sort_id" in (
      select "sort_id" from "prosodyarchive"
      where "host" = ${host} and "user" = ${user} and "store" = ${store}
      order by "sort_id" desc offset ${keep})`,
};
