// Run by tests as a process of its own, to be killed: starts the database in a folder and waits.
import { EmbeddedPostgres } from "../pg.mjs";

const [dir = "", stopsAfter] = process.argv.slice(2);
const pg = new EmbeddedPostgres({ dir, fast: true });
await pg.start();
console.log(
  JSON.stringify({ pid: pg.pid, port: pg.port, uid: process.getuid?.(), cluster: pg.cluster }),
);
if (stopsAfter) await pg.stop();
else setInterval(() => {}, 60_000);
