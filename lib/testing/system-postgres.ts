import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { databaseAccount, programOptions } from "@/scripts/lib/pg-account.mjs";
import { freePort } from "@/scripts/lib/ports.mjs";

const DEBIAN = "/usr/lib/postgresql";

/** Folder of the programs of this system's PostgreSQL, the oldest that is whole; null: there is none. */
export function systemPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const folders = versions
    .sort((a, b) => Number(a) - Number(b))
    .map((version) => path.join(DEBIAN, version, "bin"));
  const whole = (bin: string) =>
    ["initdb", "postgres", "pg_dump"].every((name) => existsSync(path.join(bin, name)));
  return folders.find(whole) ?? null;
}

export type SystemServer = {
  url(database: string, user?: string): string;
  /** Runs pg_dump of that version, without the lines that differ from run to run. */
  dump(database: string, ...options: string[]): string;
  stop(): Promise<void>;
};

/** A cluster of its own in a temporary folder; everybody on 127.0.0.1 may sign in as anybody. */
export async function startSystemPostgres(bin: string): Promise<SystemServer> {
  const account = databaseAccount(null);
  const dir = mkdtempSync(path.join(os.tmpdir(), "muniment-system-"));
  if (account.uid !== undefined) chownSync(dir, account.uid, account.gid ?? account.uid);
  const data = path.join(dir, "data");
  run(bin, "initdb", [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C",
    "-N",
  ]);
  const port = await freePort();
  const settings = [
    "fsync=off",
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=`,
  ];
  const server = spawn(
    path.join(bin, "postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...programOptions(account), stdio: "ignore" },
  );
  const address = ["-h", "127.0.0.1", "-p", String(port)];
  for (
    let attempt = 0;
    spawnSync(path.join(bin, "pg_isready"), address).status !== 0;
    attempt += 1
  ) {
    if (attempt > 100 || server.exitCode !== null) throw new Error("PostgreSQL did not start");
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url: (database, user = "postgres") => `postgres://${user}@127.0.0.1:${port}/${database}`,
    dump: (database, ...options) =>
      run(bin, "pg_dump", [...address, "-U", "postgres", ...options, database]).replace(
        /^\\(un)?restrict .*$/gm,
        "",
      ),
    async stop() {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function run(bin: string, program: string, args: string[]): string {
  const options = { ...programOptions(databaseAccount(null)), encoding: "utf8" as const };
  const result = spawnSync(path.join(bin, program), args, { ...options, maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`${program}: ${result.stderr || result.error}`);
  return result.stdout;
}
