import { inject } from "vitest";

/** The `sql = {…}` line that points a Prosody at the database of a test. */
export function prosodyLine({ name }: { name: () => string }): string {
  const database = name();
  const url = inject("cluster").prosody.replace("{database}", database);
  const { hostname, port, password } = new URL(url);
  return `sql = { driver = "PostgreSQL"; database = "${database}"; username = "prosody"; password = "${decodeURIComponent(password)}"; host = "${hostname}"; port = ${port} }`;
}
