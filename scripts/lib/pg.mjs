import fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { postgresBinaries } from "./pg-binaries.mjs";
import { clusterExists, createCluster } from "./pg-cluster.mjs";
import { guardServer } from "./pg-guard.mjs";
import { ensureDataFolder, postgresHome, readRecord, updateRecord } from "./pg-home.mjs";
import { clearRemains, launchServer } from "./pg-launch.mjs";
import { countOtherSessions, probe, readPostmasterFile } from "./pg-probe.mjs";
import { chooseLastingPort, freePort, tryPort } from "./ports.mjs";
import * as processes from "./processes.mjs";
import { ensureSecrets, readSecrets, secretsFile } from "./secrets.mjs";

/** How often a server that another process looks after is looked at, in milliseconds. */
const WATCH_INTERVAL = 500;

/**
 * A PostgreSQL server in a folder, run by this process. One class for the product and the tests.
 *
 * dir: absolute folder (MUNIMENT_DATA); cluster, secrets and record are kept in it.
 * port: null takes the one kept in `dir` or chooses and keeps one; 0 any free one, not kept.
 * fast: may lose data when the machine goes down; for tests only.
 * binaries: package with another version's programs; for tests only.
 */
export class EmbeddedPostgres {
  /**
   * @param {{ dir: string, port?: number | null, fast?: boolean, binaries?: string | null,
   *   log?: (line: string) => void }} options
   */
  constructor({ dir, port = null, fast = false, binaries = null, log = () => {} }) {
    this.dir = path.resolve(dir);
    this.fast = fast;
    this.binaries = binaries;
    this.log = log;
    /** The port that was asked for, until `start` has settled which one it is. */
    this.port = port;
    /** Whether the server ran before `start`. */
    this.reused = false;
    /** Whether this process looks after the server, and so `stop` stops it. */
    this.owned = false;
    /** @type {Partial<import("./secrets.mjs").Secrets>} */
    this.secrets = {};
    /** @type {number | null} */
    this.pid = null;
    this.cluster = "";
    /** @type {Promise<string>} resolves with the reason once the server is gone */
    this.down = new Promise(() => {});
    /** @type {{ release: () => void } | null} */
    this.guard = null;
  }

  /** Makes the cluster when there is none, then starts its server or joins the running one. */
  async start() {
    ensureDataFolder(this.dir);
    await withLock(path.join(this.dir, "start.lock"), async () => {
      const { home, cluster, account } = postgresHome(this.dir, this.log);
      const native = postgresBinaries(account, home, this.log, this.binaries);
      this.#readSecrets(cluster);
      if (!clusterExists(cluster)) {
        const password = this.secrets.superuser ?? "";
        const lcCtype = createCluster({
          home,
          cluster,
          native,
          password,
          fast: this.fast,
          account,
        });
        updateRecord(this.dir, { initialised: true, lcCtype });
      }
      this.cluster = fs.realpathSync(cluster);
      const running = await this.#findRunning();
      if (running) this.#join(running);
      else await this.#launch(native, account);
    });
    return this;
  }

  /** @param {string} cluster */
  #readSecrets(cluster) {
    if (clusterExists(cluster) && !readSecrets(this.dir).superuser) {
      throw new Error(
        `The password of the database in ${cluster} is missing: ${secretsFile(this.dir)} is not there or incomplete. Nothing was changed. Bring that file back from a backup, or run "npm start -- --new-database-password" to set a new one.`,
      );
    }
    this.secrets = ensureSecrets(this.dir);
  }

  /** Waits for a server that is starting or stopping. */
  async #findRunning() {
    const end = Date.now() + 60_000;
    for (;;) {
      const file = readPostmasterFile(this.cluster);
      if (!file) return null;
      const password = this.secrets.superuser ?? "";
      const answer = await probe({ port: file.port, password, cluster: this.cluster });
      if (answer === "ours") return file;
      if (!processes.isPostgresOf(file.pid, this.cluster)) return null;
      if (answer === "stranger") {
        throw new Error(
          `The database in ${this.cluster} runs but does not accept the password in ${secretsFile(this.dir)}.`,
        );
      }
      if (Date.now() > end)
        throw new Error(`The database in ${this.cluster} runs but does not answer.`);
      await processes.sleep(100);
    }
  }

  /** @param {{ pid: number, port: number }} running */
  #join({ pid, port }) {
    if (this.port && this.port !== port)
      this.log(`The database is already running, on port ${port}`);
    Object.assign(this, { pid, port, reused: true });
    this.down = new Promise((done) => {
      const timer = setInterval(() => {
        if (processes.isAlive(pid)) return;
        clearInterval(timer);
        done("ended");
      }, WATCH_INTERVAL);
      timer.unref();
    });
    if (!processes.isSameProcessAlive(readRecord(this.dir).owner)) this.#own(pid);
  }

  /** @param {string} native @param {import("./pg-account.mjs").Account} account */
  async #launch(native, account) {
    await clearRemains(this.cluster);
    const port = await this.#settlePort();
    const logFile = path.join(this.dir, "postgres.log");
    const options = { native, cluster: this.cluster, port, fast: this.fast, logFile, account };
    const child = await launchServer(options);
    this.down = new Promise((done) => {
      child.once("exit", (code, signal) => done(`ended with ${signal ?? `code ${code}`}`));
    });
    Object.assign(this, { pid: child.pid, port, reused: false });
    this.#own(/** @type {number} */ (child.pid));
  }

  async #settlePort() {
    if (this.port === 0) return freePort();
    const kept = this.port ?? readRecord(this.dir).port ?? (await chooseLastingPort());
    if ((await tryPort(kept)) === null) {
      throw new Error(
        `Port ${kept} of the embedded PostgreSQL is in use by another program. Free it, or choose another with MUNIMENT_PG_PORT.`,
      );
    }
    updateRecord(this.dir, { port: kept });
    return kept;
  }

  /** @param {number} pid */
  #own(pid) {
    this.owned = true;
    this.guard?.release();
    this.guard = guardServer(pid);
    updateRecord(this.dir, { owner: processes.identityOf(process.pid) });
  }

  /**
   * @param {string} database
   * @param {"postgres" | "prosody" | "muniment" | (string & {})} [user]
   * @param {string} [password] needed for roles that are not Muniment's
   */
  url(database, user = "postgres", password = this.#passwordOf(user)) {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** @param {string} user */
  #passwordOf(user) {
    const { superuser, prosody, muniment } = this.secrets;
    return { postgres: superuser, prosody, muniment }[user] ?? "";
  }

  /**
   * Stops the server if this process looks after it. Within `withinMs` it is gone, in the worst
   * case to be recovered from its log at the next start.
   * @param {{ withinMs?: number, unlessUsed?: boolean }} [options] unlessUsed: leave it running
   *   while other programs are connected
   */
  async stop({ withinMs = 10_000, unlessUsed = false } = {}) {
    const { pid } = this;
    if (pid === null || !this.owned) return;
    const target = { port: this.port ?? 0, password: this.secrets.superuser ?? "" };
    const used = unlessUsed && (await countOtherSessions(target).catch(() => 0)) > 0;
    this.guard?.release();
    this.owned = false;
    this.pid = null;
    updateRecord(this.dir, { owner: undefined });
    if (used) return;
    const gone = () => !processes.isAlive(pid);
    processes.signalQuietly(pid, "SIGINT");
    if (await processes.becomesTrue(gone, withinMs * 0.7)) return;
    processes.signalQuietly(pid, "SIGQUIT");
    if (await processes.becomesTrue(gone, withinMs * 0.3)) return;
    processes.signalQuietly(pid, "SIGKILL");
  }

  /** Removes a stopped test cluster, wherever it was put. Product data is never removed. */
  removeTestData() {
    if (!this.fast) throw new Error("only a cluster made for tests may be removed");
    const { home } = readRecord(this.dir);
    for (const folder of [this.dir, home]) {
      if (folder) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
