// @ts-check
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../scripts/lib/ports.mjs";
import { makeTempFolder } from "../../scripts/lib/temp-folder.mjs";

export const HOST = "live.example";
export const ROOMS = "rooms.live.example";

/** Debian's package; null where it is not installed. */
export function findProsody() {
  const binary = "/usr/bin/prosody";
  return fs.existsSync(binary) ? binary : null;
}

/** Who Prosody runs as: its own user where there is one and we may become it. */
function account() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync("id", [flag, "prosody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/**
 * A real Prosody on free ports of the loopback, archiving into the database of the `sql = {…}` line.
 *
 * @param {{ sql: string, accounts: Record<string, string>, certificate?: { key: string, cert: string }, managed?: boolean }} options
 *   sql: the line as Muniment prints it; accounts: localpart → password; certificate: turns TLS on; managed: with the
 *   admin shell, and Muniment's file included
 */
export async function startProsody({ sql, accounts, certificate, managed = false }) {
  const folder = makeTempFolder("muniment-prosody");
  const who = account();
  const port = await freePort();
  const config = path.join(folder, "prosody.cfg.lua");
  fs.writeFileSync(config, configuration({ folder, port, sql, certificate, managed }));
  for (const name of ["data", "certs"]) fs.mkdirSync(path.join(folder, name), { recursive: true });
  if (certificate) {
    fs.copyFileSync(certificate.key, path.join(folder, "certs", "live.key"));
    fs.copyFileSync(certificate.cert, path.join(folder, "certs", "live.crt"));
  }
  if (who.uid !== undefined) execFileSync("chown", ["-R", `${who.uid}:${who.gid}`, folder]);
  const options = { ...who, cwd: folder, env: { ...process.env, HOME: folder } };
  for (const [user, password] of Object.entries(accounts)) {
    execFileSync("prosodyctl", ["--config", config, "register", user, HOST, password], {
      ...options,
      stdio: "pipe",
    });
  }
  const stdout = path.join(folder, "stdout.log");
  const socket = path.join(folder, "data", "prosody.sock");
  const start = async () => {
    const log = fs.openSync(stdout, "a");
    const child = spawn("prosody", ["-F", "--config", config], {
      ...options,
      stdio: ["ignore", log, log],
    });
    fs.closeSync(log);
    const dead = () => child.exitCode !== null && fs.readFileSync(stdout, "utf8");
    await listening(port, dead);
    if (managed) await listening(socket, dead);
    return child;
  };
  const end = async (/** @type {import("node:child_process").ChildProcess} */ child) => {
    child.kill("SIGTERM");
    await Promise.race([new Promise((done) => child.once("exit", done)), sleep(5_000)]);
    if (child.exitCode === null) child.kill("SIGKILL");
  };
  let child = await start();
  return {
    port,
    get pid() {
      return child.pid ?? 0;
    },
    config,
    managed: path.join(folder, "muniment.cfg.lua"),
    socket,
    log: () => fs.readFileSync(path.join(folder, "prosody.log"), "utf8"),
    /** Off and on again; `meanwhile` what is done while it is off. */
    async restart(/** @type {() => Promise<unknown>} */ meanwhile) {
      await end(child);
      await meanwhile();
      child = await start();
    },
    async stop() {
      await end(child);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {{ folder: string, port: number, sql: string, certificate?: object, managed: boolean }} options */
function configuration({ folder, port, sql, certificate, managed }) {
  const tls = certificate
    ? `ssl = { key = "${folder}/certs/live.key"; certificate = "${folder}/certs/live.crt"; }
c2s_require_encryption = true`
    : "c2s_require_encryption = false";
  return `
data_path = "${folder}/data"
certificates = "${folder}/certs"
pidfile = "${folder}/prosody.pid"
daemonize = false
interfaces = { "127.0.0.1" }
c2s_ports = { ${port} }
legacy_ssl_ports = {}
c2s_direct_tls_ports = {}
s2s_ports = {}
http_ports = {}
https_ports = {}
component_ports = {}
${tls}
modules_enabled = { "roster"; "saslauth"; "disco"; "carbons"; "pep"; "ping"; "mam"; ${managed ? '"admin_shell";' : ""} ${certificate ? '"tls";' : ""} }
modules_disabled = { "s2s"; ${certificate ? "" : '"tls";'} }
authentication = "internal_hashed"
storage = "sql"
${sql}
default_archive_policy = true
archive_expires_after = "1y"
log = { { levels = { min = "debug" }; to = "file"; filename = "${folder}/prosody.log" } }
VirtualHost "${HOST}"
Component "${ROOMS}" "muc"
  modules_enabled = { "muc_mam" }
  restrict_room_creation = false
${managed ? 'Include "muniment*.cfg.lua"' : ""}
`;
}

/** @param {number | string} at port, or path of a socket @param {() => string | false} dead why it ended, when it did */
async function listening(at, dead) {
  for (let i = 0; i < 150; i += 1) {
    const why = dead();
    if (why) throw new Error(`Prosody ended: ${why}`);
    const open = await new Promise((done) => {
      const where = typeof at === "number" ? { port: at, host: "127.0.0.1" } : { path: at };
      const socket = net.connect(where, () => done(true));
      socket.on("error", () => done(false));
      socket.on("connect", () => socket.destroy());
    });
    if (open) return;
    await sleep(100);
  }
  throw new Error("Prosody did not listen within 15 s");
}
