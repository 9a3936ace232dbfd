import type { Sql, TransactionSql } from "postgres";

/** A pool or a transaction: what a query can run on. */
export type Queryable = Sql | TransactionSql;

/** SQLSTATE of an error from PostgreSQL, else null. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
