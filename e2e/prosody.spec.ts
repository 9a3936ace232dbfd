import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "./fixtures/test";
import { makeCertificate } from "./prosody/certificate.mjs";
import { connect, drain, join, queryArchive, sendText, xml } from "./prosody/client.mjs";
import { readArchive, shows } from "./prosody/pages";
import { findProsody, HOST, ROOMS, startProsody } from "./prosody/server.mjs";

const PASSWORDS = { juliet: "pw-juliet", romeo: "pw-romeo" };
const run = Date.now().toString(36);

/** The finished line that `muniment info` prints for prosody.cfg.lua: pasted as an operator would. */
function sqlLine(): string {
  const out = execFileSync(process.execPath, ["scripts/muniment.mjs", "info"], {
    encoding: "utf8",
    env: {
      ...process.env,
      MUNIMENT_DATA: path.join(process.env.MUNIMENT_E2E_FOLDER ?? "", "data"),
    },
  });
  const line = out.split("\n").find((it) => it.trim().startsWith("sql = {"));
  if (!line) throw new Error(`muniment info printed no sql line:\n${out}`);
  return line.trim();
}

test.describe("a real Prosody", () => {
  test.skip(
    findProsody() === null,
    "Prosody is not installed (apt install prosody lua-dbi-postgresql)",
  );

  test("what clients send is what the page shows, and MAM still answers", async ({ pageAs }) => {
    const prosody = await startProsody({ sql: sqlLine(), accounts: PASSWORDS });
    try {
      const juliet = await connect({
        port: prosody.port,
        user: "juliet",
        password: PASSWORDS.juliet,
        resource: "balcony",
      });
      const romeo = await connect({
        port: prosody.port,
        user: "romeo",
        password: PASSWORDS.romeo,
        resource: "orchard",
      });
      const said = [
        `What man art thou? ${run}`,
        `<b>By a name</b> & "quoted" ${run}`,
        `夜の庭で 🌹 ${run}`,
      ];
      for (const [i, body] of said.entries())
        await sendText(juliet, `romeo@${HOST}`, `${run}-${i}`, body);
      await drain(juliet);
      await romeo.send(
        xml(
          "message",
          { to: `juliet@${HOST}`, type: "chat", id: `${run}-r` },
          xml("received", { xmlns: "urn:xmpp:receipts", id: `${run}-0` }),
        ),
      );
      const room = `garden-${run}@${ROOMS}`;
      await join(juliet, room, "Juliet");
      await juliet.send(
        xml(
          "message",
          { to: room, type: "groupchat", id: `${run}-m` },
          xml("body", {}, `In the room ${run}`),
        ),
      );
      await drain(juliet);
      await drain(romeo);
      expect(await queryArchive(romeo)).toEqual(said);

      const page = await pageAs("compliance");
      await readArchive(page, `/archive/${HOST}/juliet?with=romeo%40${HOST}`);
      await shows(page, ...said);
      await expect(page.getByText(/received \d\d:\d\d:\d\d/).first()).toBeVisible();
      await readArchive(page, `/archive/${ROOMS}/garden-${run}`);
      await shows(page, `In the room ${run}`);
      await expect(
        page
          .locator(".grp .jid")
          .filter({ hasText: `juliet@${HOST}` })
          .first(),
      ).toBeVisible();
      expect(prosody.log()).not.toMatch(/Could not archive|Error in SQL transaction/);
      await juliet.stop();
      await romeo.stop();
    } finally {
      await prosody.stop();
    }
  });

  test("the same over TLS with a certificate authority of our own", async ({ pageAs }) => {
    const certificate = makeCertificate(HOST);
    const prosody = await startProsody({ sql: sqlLine(), accounts: PASSWORDS, certificate });
    try {
      const body = `Over TLS ${run}`;
      execFileSync(
        process.execPath,
        [
          "e2e/prosody/send-one.mjs",
          String(prosody.port),
          "juliet",
          PASSWORDS.juliet,
          `romeo@${HOST}`,
          `${run}-tls`,
          body,
        ],
        { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate.authority }, timeout: 30_000 },
      );
      const page = await pageAs("admin");
      await readArchive(page, `/archive/${HOST}/romeo?with=juliet%40${HOST}`);
      await shows(page, body);
    } finally {
      await prosody.stop();
      certificate.remove();
    }
  });
});
