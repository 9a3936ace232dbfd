/**
 * SQL: SHA-256 over the columns given, each as a netstring (`5:hello`, `-` for null), in the bytes of the database.
 * Nothing is converted, so no row can make it fail, whatever the encoding.
 */
export function rowHash(columns: readonly string[]): string {
  const parts = columns.map(
    (it) => `coalesce(octet_length(${it}::text) || ':' || ${it}::text, '-')`,
  );
  return `sha256(convert_to(${parts.join(" || ")}, getdatabaseencoding()))`;
}
