import { existsSync, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { withAdminSocket } from "./client";
import { askEffective, askVersion, byHand, redact, reloadConfig, reloadModule } from "./commands";
import { type Answer, answerReader, commandElement } from "./stream";

const folder = mkdtempSync(path.join(os.tmpdir(), "socket-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a real Prosody 0.12.3 sent it. */
const TRANSCRIPT = `<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' xmlns='xmpp:prosody.im/admin' id=''><repl-output>Reloaded on chat.example &amp; more</repl-output><repl-result>OK: Module reloaded on 1 host</repl-result><repl-result type='error'>Error: /etc/prosody.cfg.lua:3: unexpected symbol near &apos;=&apos;</repl-result><repl-result/>`;

const EXPECTED: Answer[] = [
  { ok: true, result: "Module reloaded on 1 host", lines: ["Reloaded on chat.example & more"] },
  { ok: false, result: "/etc/prosody.cfg.lua:3: unexpected symbol near '='", lines: [] },
  { ok: true, result: "", lines: [] },
];

test("answers are read whatever pieces they come in", () => {
  for (const size of [1, 2, 7, 64, TRANSCRIPT.length]) {
    const answers: Answer[] = [];
    let opened = 0;
    const read = answerReader(
      () => {
        opened += 1;
      },
      (answer) => answers.push(answer),
    );
    for (let at = 0; at < TRANSCRIPT.length; at += size) read(TRANSCRIPT.slice(at, at + size));
    expect(answers).toEqual(EXPECTED);
    expect(opened).toBe(1);
  }
});

test("nothing that people write becomes a program", async () => {
  const asked: string[] = [];
  const ask = async (line: string) => {
    asked.push(line);
    return { ok: true, result: '"x"', lines: [] };
  };
  await reloadModule(ask, "mam", 'a"); os.execute("id") --');
  await askEffective(ask, "a\nb", "archive_expires_after");
  expect(asked).toEqual([
    'module:reload("mam", "a\\034); os.execute(\\034id\\034) --")',
    'config:get("a\\010b", "archive_expires_after")',
  ]);
  await expect(askEffective(ask, "*", "sql")).rejects.toThrow(RangeError);
  expect(commandElement("a < b & c")).toContain(">a &lt; b &amp; c</repl-input>");
  expect(byHand([{ module: "mam", host: "a.example" }])).toEqual([
    "prosodyctl shell 'config:reload()'",
    `prosodyctl shell 'module:reload("mam", "a.example")'`,
  ]);
});

test("passwords are left out", () => {
  expect(redact('sql = { password = "s3cret"; host = "x" }')).toBe(
    'sql = { password = …; host = "x" }',
  );
  expect(redact("PostgreSQL://prosody:lab@host/db")).toBe("PostgreSQL://prosody:…@host/db");
});

describe("a socket", () => {
  const listen = (name: string, onClient: (socket: net.Socket) => void) =>
    new Promise<net.Server>((resolve) => {
      const server = net.createServer(onClient);
      server.listen(path.join(folder, name), () => resolve(server));
    });

  test("that is not there, or hangs up, is told", async () => {
    const away = { code: "unavailable", details: { reason: "socket-away" } };
    const gone = path.join(folder, "gone.sock");
    await expect(withAdminSocket(gone, (ask) => askVersion(ask))).rejects.toMatchObject(away);
    const server = await listen("deaf.sock", (socket) => socket.destroy());
    const deaf = path.join(folder, "deaf.sock");
    await expect(withAdminSocket(deaf, (ask) => askVersion(ask))).rejects.toMatchObject(away);
    server.close();
    const noise = await listen("noise.sock", (socket) =>
      socket.write("HTTP/1.1 400 Bad Request\r\n"),
    );
    const noisy = path.join(folder, "noise.sock");
    await expect(withAdminSocket(noisy, (ask) => reloadConfig(ask))).rejects.toMatchObject(away);
    noise.close();
    expect(existsSync(gone)).toBe(false);
  });
});
