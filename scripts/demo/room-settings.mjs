/** Rows of the rooms: configuration, affiliations, the index of persistent rooms. */
import { ROOM_HOST } from "./hosts.mjs";
import { setter } from "./setting.mjs";

/** @param {import("./world.mjs").Room} room @param {number} origin @param {number} until */
function data(room, origin, until) {
  const subject = room.subjects.filter((s) => s.at <= until).at(-1);
  const archivingOff = room.closedAt !== null && room.closedAt <= until;
  return {
    name: room.title,
    description: room.description,
    language: "en",
    persistent: true,
    occupant_id_salt: room.salt,
    ...(room.whois === "anyone" ? { whois: "anyone" } : {}),
    ...(room.membersOnly ? { members_only: true, hidden: true } : {}),
    ...(archivingOff ? { archiving: false } : {}),
    ...(subject && {
      subject: subject.text,
      subject_from: `${room.jid}/${subject.nick}`,
      subject_time: origin + subject.at,
    }),
  };
}

/** @param {import("./settings.mjs").Known} known */
export function roomRows({ world, origin, until }) {
  return [...world.rooms.values()].flatMap((room) => {
    const set = setter(ROOM_HOST, room.name, "config");
    const members = room.members.flatMap((m) => {
      const person = world.people.get(m.key);
      return person ? [{ ...m, jid: person.jid }] : [];
    });
    const reserved = room.membersOnly
      ? Object.fromEntries(members.map((m) => [m.jid, { reserved_nickname: m.nick }]))
      : {};
    const outcasts = room.key === "deliveries" ? [set("offers@spam.example", "outcast")] : [];
    return [
      set("_jid", room.jid),
      set("_data", data(room, origin, until)),
      set("_affiliation_data", reserved),
      ...members.map((m) => set(m.jid, m.affiliation)),
      ...outcasts,
      setter(ROOM_HOST, "", "persistent")(room.jid, true),
    ];
  });
}
