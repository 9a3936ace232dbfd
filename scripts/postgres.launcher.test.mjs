import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { databaseAccount, isRoot } from "./lib/pg-account.mjs";
import { readRecord } from "./lib/pg-home.mjs";
import { renewPassword } from "./lib/pg-password.mjs";
import { freePort, tryPort } from "./lib/ports.mjs";
import { becomesTrue, isAlive, postgresProcessesOf, signalQuietly } from "./lib/processes.mjs";
import { DatabaseFolders, modeOf, withSql } from "./lib/testing/database-folder.mjs";

const databases = new DatabaseFolders();
afterEach(() => databases.tidy());

test("a first start makes a private cluster and keeps port and passwords for the next", async () => {
  const dir = databases.make();
  const server = await databases.server(dir).start();
  expect(server).toMatchObject({ reused: false, owned: true });
  expect(modeOf(path.join(dir, "postgres"))).toBe("700");
  for (const name of ["secrets.json", "postgres.json", "postgres.log"]) {
    expect([name, modeOf(path.join(dir, name))]).toEqual([name, "600"]);
  }
  const settings = await withSql(server, async (sql) => {
    const rows =
      await sql`select current_setting('shared_buffers') as buffers, current_setting('max_connections') as connections,
      current_setting('unix_socket_directories') as sockets, current_setting('listen_addresses') as addresses,
      datlocprovider as provider, datlocale as locale, datctype as ctype, lower('ÄÖÜ') as lower
      from pg_database where datname = current_database()`;
    return rows[0];
  });
  expect(settings).toEqual({
    ...{ buffers: "128MB", connections: "100", sockets: "", addresses: "127.0.0.1" },
    ...{ provider: "b", locale: "C.UTF-8", ctype: readRecord(dir).lcCtype, lower: "äöü" },
  });
  const { port } = server;
  await server.stop();
  expect(postgresProcessesOf(server.cluster)).toEqual([]);
  const again = await databases.server(dir).start();
  expect(again.port).toBe(port);
  expect(again.secrets).toEqual(server.secrets);
});

test("a second launcher joins the running server and leaves it running", async () => {
  const dir = databases.make();
  const first = await databases.server(dir).start();
  const second = await databases.server(dir).start();
  expect(second).toMatchObject({ reused: true, owned: false, port: first.port, pid: first.pid });
  await second.stop();
  expect(await withSql(first, (sql) => sql`select 1 as one`)).toHaveLength(1);
});

test("two launchers at once make one cluster and one server", async () => {
  const dir = databases.make();
  const launched = await Promise.all([
    databases.launch(dir).launched,
    databases.launch(dir).launched,
  ]);
  expect(launched[0]?.pid).toBe(launched[1]?.pid);
  expect(postgresProcessesOf(path.join(dir, "postgres")).length).toBeGreaterThan(0);
});

test("kill -9 of the postmaster under load loses nothing that was committed", async () => {
  const dir = databases.make();
  const server = await databases.server(dir).start();
  await withSql(server, async (sql) => {
    await sql`create table kept (n int)`;
    await sql`insert into kept select generate_series(1, 1000)`;
  });
  // A backend in the middle of something does not notice at once that its postmaster is gone.
  const busy = withSql(
    server,
    (sql) => sql`select sum(n) from generate_series(1, 2000000000) n`,
  ).catch(() => null);
  await becomesTrue(() => false, 300);
  signalQuietly(server.pid ?? 0, "SIGKILL");
  expect(await server.down).toContain("SIGKILL");
  await server.start();
  await busy;
  expect(await withSql(server, (sql) => sql`select count(*)::int as rows from kept`)).toEqual([
    { rows: 1000 },
  ]);
});

test("kill -9 of the launcher leaves no server behind", async () => {
  const dir = databases.make();
  const { child, launched } = databases.launch(dir);
  const { pid, cluster } = await launched;
  child.kill("SIGKILL");
  expect(await becomesTrue(() => !isAlive(pid), 5_000)).toBe(true);
  expect(postgresProcessesOf(cluster)).toEqual([]);
  expect(await databases.server(dir).start()).toMatchObject({ reused: false, owned: true });
});

test("a server whose launcher and guard were both killed is taken over, and then stopped", async () => {
  const dir = databases.make();
  const { child, launched } = databases.launch(dir);
  const { pid } = await launched;
  const guards = spawnSync("pgrep", ["-P", String(child.pid), "sh"], { encoding: "utf8" });
  // Stopped first, so that it cannot replace its guard.
  child.kill("SIGSTOP");
  for (const guard of guards.stdout.trim().split("\n")) signalQuietly(Number(guard), "SIGKILL");
  child.kill("SIGKILL");
  await becomesTrue(() => false, 300);
  expect(isAlive(pid)).toBe(true);
  const heir = await databases.server(dir).start();
  expect(heir).toMatchObject({ reused: true, owned: true, pid });
  await heir.stop();
  expect(isAlive(pid)).toBe(false);
});

test("kill -9 while the cluster is being made leaves nothing that looks like one", async () => {
  const dir = databases.make();
  const { child, launched } = databases.launch(dir);
  launched.catch(() => {});
  const draft = () => fs.readdirSync(dir).find((name) => name.startsWith("unfinished-cluster-"));
  const begun = () => fs.existsSync(path.join(dir, draft() ?? "-", "data", "PG_VERSION"));
  expect(await becomesTrue(begun, 10_000)).toBe(true);
  child.kill("SIGKILL");
  expect(fs.existsSync(path.join(dir, "postgres"))).toBe(false);
  expect(await databases.server(dir).start()).toMatchObject({ reused: false, owned: true });
  expect(draft()).toBeUndefined();
});

test("without its password the start stops, touches nothing, and a new password can be set", async () => {
  const dir = databases.make();
  const server = await databases.server(dir).start();
  await withSql(server, (sql) => sql`create table kept as select 1 as n`);
  await server.stop();
  fs.rmSync(path.join(dir, "secrets.json"));
  const before = fs.statSync(path.join(dir, "postgres", "PG_VERSION")).ino;
  await expect(server.start()).rejects.toThrow(/secrets\.json.*--new-database-password/s);
  expect(fs.statSync(path.join(dir, "postgres", "PG_VERSION")).ino).toBe(before);
  expect(fs.existsSync(path.join(dir, "secrets.json"))).toBe(false);

  await renewPassword({ munimentData: dir }, () => {});
  await server.start();
  expect(await withSql(server, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);
});

test("a postmaster.pid that names another cluster's server is not believed", async () => {
  const stranger = await databases.server(databases.make()).start();
  const dir = databases.make();
  const server = await databases.server(dir).start();
  await server.stop();
  const foreign = fs.readFileSync(path.join(stranger.cluster, "postmaster.pid"), "utf8");
  fs.writeFileSync(path.join(server.cluster, "postmaster.pid"), foreign);
  await server.start();
  expect(server).toMatchObject({ reused: false });
  expect(server.pid).not.toBe(stranger.pid);
  expect(
    await withSql(server, (sql) => sql`select current_setting('data_directory') as folder`),
  ).toEqual([{ folder: server.cluster }]);
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
});

test("a postmaster.pid whose number was given to another program is not believed", async () => {
  const dir = databases.make();
  const server = await databases.server(dir).start();
  await server.stop();
  const { uid, gid } = databaseAccount(server.cluster);
  const sleeper = spawn("sleep", ["60"], { uid, gid });
  databases.children.push(sleeper);
  const lines = [sleeper.pid, server.cluster, 1, server.port, "", "127.0.0.1", "", "ready   "];
  fs.writeFileSync(path.join(server.cluster, "postmaster.pid"), `${lines.join("\n")}\n`);
  expect(await server.start()).toMatchObject({ reused: false, owned: true });
  expect(sleeper.exitCode).toBeNull();
});

test("a port that is taken is named, and another one can be chosen", async () => {
  const dir = databases.make();
  const server = await databases.server(dir).start();
  await server.stop();
  const net = await import("node:net");
  const squatter = net.createServer().listen(server.port ?? 0, "127.0.0.1");
  await expect(databases.server(dir).start()).rejects.toThrow(
    `Port ${server.port} of the embedded`,
  );
  const other = await databases.server(dir, { port: await freePort() }).start();
  expect(await tryPort(other.port ?? 0)).toBeNull();
  squatter.close();
  await other.stop();
  expect((await databases.server(dir).start()).port).toBe(other.port);
});

if (isRoot()) {
  test("below a folder that the database's account cannot enter, the cluster moves to a private one", async () => {
    const dir = path.join(databases.make(), "data");
    fs.mkdirSync(dir, { mode: 0o700 });
    /** @type {string[]} */
    const lines = [];
    const server = await databases.server(dir, { log: (line) => lines.push(line) }).start();
    const { home = "" } = readRecord(dir);
    expect(home).toMatch(/\/muniment-[0-9a-f]{32}$/);
    expect(modeOf(home)).toBe("700");
    expect(lines.join()).toContain(home);
    await withSql(server, (sql) => sql`create table kept as select 1 as n`);
    await server.stop();
    await server.start();
    expect(await withSql(server, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);

    await server.stop();
    fs.renameSync(home, `${home}-away`);
    await expect(server.start()).rejects.toThrow(`${home}/postgres, and that folder is gone`);
    fs.renameSync(`${home}-away`, home);
    fs.chmodSync(home, 0o755);
    await expect(server.start()).rejects.toThrow("mode 0700");
  });

  test("an ordinary account runs its own server, and root joins in as that account", async () => {
    const dir = path.join(databases.make(), "data");
    const { uid = 0, gid = 0 } = databaseAccount(null);
    fs.mkdirSync(dir);
    fs.chownSync(dir, uid, gid);
    const { child, launched } = databases.launch(dir, { uid, gid, stop: true });
    expect(await launched).toMatchObject({ uid, cluster: path.join(dir, "postgres") });
    await new Promise((done) => child.once("exit", done));
    expect(modeOf(dir)).toBe("700");
    const server = await databases.server(dir).start();
    expect(server.cluster).toBe(path.join(dir, "postgres"));
    await server.stop();
    const again = databases.launch(dir, { uid, gid, stop: true });
    expect(await again.launched).toMatchObject({ uid });
  });
}
