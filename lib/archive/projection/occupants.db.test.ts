import { expect, test } from "vitest";
import { pools } from "@/lib/db/pools";
import { detectLayout } from "@/lib/prosody/layouts/detect";
import { occupantIdOf, readRoomSalt } from "@/lib/prosody/occupant-id";
import { useTestDatabase } from "@/lib/testing/database";
import { expectTrueProjection } from "@/lib/testing/expect-true";
import { prosodyStatements } from "@/lib/testing/prosody-statements";
import { indexAll } from "@/lib/testing/stages";
import { MESSAGE_KINDS } from "@/lib/xmpp/kinds";
import { Occupants } from "./occupants";
import { retryUnknownOccupants } from "./unknown-occupants";

const database = useTestDatabase({ fixture: "prosody-0.12", indexed: true });
const room = { host: "rooms.chat.example", user: "general" };

const context = async () => {
  const sql = pools().jobs;
  const layout = await detectLayout(sql);
  if (!layout) throw new Error("no layout");
  return { sql, layout, occupants: new Occupants(sql, layout) };
};

async function say(
  occupantId: string | null,
  realJid: string | null,
  nick: string,
): Promise<number> {
  const id = occupantId ? `<occupant-id xmlns='urn:xmpp:occupant-id:0' id='${occupantId}'/>` : "";
  const x = realJid
    ? `<x xmlns='http://jabber.org/protocol/muc#user'><item jid='${realJid}' affiliation='none' role='participant'/></x>`
    : "";
  const from = `${room.user}@${room.host}/${nick}`;
  const value = `<message type='groupchat' from='${from}'><body>hello</body>${id}${x}</message>`;
  return prosodyStatements.append(database.prosody(), {
    ...room,
    store: "muc_log",
    with: "message<groupchat",
    value,
  });
}

const authorOf = async (rowId: number) => {
  const [row] = await database.superuser()`
    select peer, proof, nick, direction from console.message where sort_id = ${rowId}`;
  return row;
};

test("every room message of the fixture that can be proven has its author", async () => {
  const rows = await database.superuser()`
    select proof, kind, count(*)::int as rows, count(distinct peer)::int as people
    from console.message where direction = 2 group by grouping sets ((proof), (proof, kind))
    having proof is null or grouping(kind) = 1 order by proof nulls last, kind`;
  const moderation = MESSAGE_KINDS.indexOf("moderation");
  // What a moderator did is told by the room itself, which has no occupant-id.
  expect(rows.filter((it) => it.proof === null && it.kind !== null)).toEqual([
    { proof: null, kind: moderation, rows: 2, people: 0 },
  ]);
  expect(rows.find((it) => it.proof === 1)).toMatchObject({ rows: 1_148 });
  const peers = await database.superuser()`
    select distinct peer from console.message where direction = 2 and peer not like '%@%.example'`;
  expect(peers).toEqual([]);
});

test("a JID that only the sender claims is not believed", async () => {
  const { sql, layout } = await context();
  const salt = (await readRoomSalt(sql, layout, room)) ?? "";
  const bob = occupantIdOf("bob@chat.example", salt);
  const stranger = "carl@elsewhere.example";
  const ids = [
    await say(bob, null, "Bob"),
    await say(bob, "alice@chat.example/x", "Forger"),
    await say(occupantIdOf(stranger, salt), `${stranger}/y`, "Written by the room"),
    await say(occupantIdOf("nobody@else.example", salt), "alice@chat.example", "Liar"),
    await say(null, "dave@chat.example/z", "Old row"),
    await say(null, null, "Unknown"),
  ];
  await indexAll();
  expect(await Promise.all(ids.map(authorOf))).toEqual([
    { peer: "bob@chat.example", proof: 1, nick: "Bob", direction: 2 },
    { peer: "bob@chat.example", proof: 1, nick: "Forger", direction: 2 },
    { peer: stranger, proof: 1, nick: "Written by the room", direction: 2 },
    { peer: null, proof: null, nick: "Liar", direction: 2 },
    { peer: "dave@chat.example", proof: 2, nick: "Old row", direction: 2 },
    { peer: null, proof: null, nick: "Unknown", direction: 2 },
  ]);
});

test("who became known later is found later", async () => {
  const { sql, layout } = await context();
  const salt = (await readRoomSalt(sql, layout, room)) ?? "";
  const id = await say(occupantIdOf("zoe@chat.example", salt), null, "Zoe");
  await indexAll();
  expect(await authorOf(id)).toMatchObject({ peer: null });
  await database.prosody()`insert into prosody (host, "user", store, key, type, value)
    values ('chat.example', 'zoe', 'accounts', 'salt', 'string', 'x')`;
  await database.superuser()`update console.occupant set tried_at = now() - interval '2 hours'`;
  await retryUnknownOccupants(await context());
  await expectTrueProjection(database);
  expect(await authorOf(id)).toMatchObject({ peer: "zoe@chat.example", proof: 1 });
});

test("with more accounts than a batch may try, the author is found later, and who is named at once", async () => {
  const { sql, layout } = await context();
  const salt = (await readRoomSalt(sql, layout, room)) ?? "";
  await database.prosody()`
    insert into prosody (host, "user", store, key, type, value)
    select 'crowd.example', 'member' || n, 'accounts', 'salt', 'string', 'x' from generate_series(1, 25000) n`;
  const hidden = occupantIdOf("member24999@crowd.example", salt);
  const named = occupantIdOf("member24000@crowd.example", salt);
  const ids = [await say(hidden, null, "Incognito"), await say(named, null, "Member24000")];
  await indexAll();
  expect((await Promise.all(ids.map(authorOf))).map((it) => it?.peer)).toEqual([
    null,
    "member24000@crowd.example",
  ]);
  await retryUnknownOccupants(await context());
  await indexAll();
  expect(await authorOf(ids[0] ?? 0)).toMatchObject({
    peer: "member24999@crowd.example",
    proof: 1,
  });
  await expectTrueProjection(database);
});
