/** The `sql = {…}` line that points a Prosody at a database, out of its address with Prosody's login. */
export function sqlLine(url: string): string {
  const { hostname, port, username, password, pathname } = new URL(url);
  return `sql = { driver = "PostgreSQL"; database = "${pathname.slice(1)}"; username = "${username}"; password = "${decodeURIComponent(password)}"; host = "${hostname}"; port = ${port} }`;
}
