/** Who talks to whom, and how much. Weights are shares of everyday talk. */

// a b weight; the order says who begins more often
const PAIRS = `
mara tomas 9
mara ines 5
mara ken 5
mara hanne 4
mara olga 5
mara jurgen 3
tomas ines 4
tomas ken 4
tomas rui 5
tomas dmitri 3
tomas lin 3
ines noor 4
ines ewa 3
ines helena 3
ken mei 5
ken minji 3
ken yuki 3
yusuf tariq 4
yusuf rui 2
yusuf noor 2
hanne mei 3
hanne olga 2
hanne soren 3
jurgen greta 5
jurgen sam 5
jurgen elif 3
jurgen rui 3
jurgen rolf 2
greta ewa 3
greta dana 3
greta otto 2
greta priya 2
frank pawel 7
frank aoife 4
frank bastien 2
frank sam 2
aoife marek 6
aoife soren 4
aoife chiara 3
aoife priya 2
pawel bastien 3
pawel ewa 3
pawel marek 3
lin ken 2
lin dmitri 3
lin tariq 3
lin carmen 2
noor fatima 3
noor leo 2
sam rui 3
sam elif 2
sam otto 2
elif otto 2
elif giorgos 2
marek soren 3
chiara nikos 3
chiara rui 2
leo dana 8
leo astrid 3
leo greta 2
leo olga 2
nikos gabriel 4
nikos giorgos 4
gabriel carmen 3
olga dmitri 4
olga magnus 2
minji ken 2
minji olga 2
soren yuki 3
soren bo 5
marek bo 3
aoife bo 2
astrid ewa 4
astrid otto 4
astrid magnus 3
astrid priya 3
carmen tariq 5
carmen fatima 3
carmen rolf 2
carmen magnus 3
rui chiara 2
priya sam 1
tariq fatima 4
tariq magnus 2
ewa magnus 2
magnus pilots 2
ines anneke 2
helena noor 1
mei minji 2
`;

const ROOMS = /** @type {const} */ ([
  ["dock-2", 18],
  ["pump-room", 14],
  ["cafe", 20],
  ["night-shift", 9],
  ["it-desk", 15],
  ["works-council", 4],
  ["spokes", 9],
  ["deliveries", 17],
]);

/** Pairs that use OMEMO, for some of their talk. */
export const PRIVATE_PAIRS = new Set([
  "mara tomas",
  "ines noor",
  "leo dana",
  "frank pawel",
  "astrid ewa",
  "aoife marek",
  "noor yusuf",
  "nikos gabriel",
  "noor leo",
  "priya sam",
  "jurgen greta",
  "tariq fatima",
  "tomas dmitri",
]);

/** @returns {[[string, string], number][]} */
export function pairs() {
  return PAIRS.trim()
    .split("\n")
    .map((line) => {
      const [a = "", b = "", weight] = line.split(" ");
      return [[a, b], Number(weight)];
    });
}

/** Keys of the cast, see cast.mjs. */
export const roomWeights = ROOMS;

/** Who has to do with what. Everybody is people. */
const TOPICS = /** @type {Record<string, Set<string>>} */ ({
  yard: new Set(
    `jurgen frank aoife pawel sam rui yusuf soren marek nikos gabriel giorgos elif chiara rolf bastien
    carmen tariq lin magnus dmitri tomas mara ken yuki pilots bo fatima`.split(/\s+/),
  ),
  office: new Set(
    `mara tomas ines ken hanne greta lin noor leo dana olga minji astrid carmen priya tariq ewa mei
    dmitri helena yuki magnus fatima elif jurgen anneke`.split(/\s+/),
  ),
  shift: new Set("aoife marek frank pawel soren bo jurgen chiara gabriel nikos sam".split(" ")),
});

/** Whoever they talk to, they may mention a server. */
const ADMINISTRATORS = new Set(["leo", "dana"]);

const ROOM_TOPICS = /** @type {Record<string, string[]>} */ ({
  "dock-2": ["yard", "office"],
  "pump-room": ["yard", "shift"],
  cafe: ["people"],
  "night-shift": ["shift", "yard"],
  "it-desk": ["office", "it"],
  "works-council": ["work"],
  spokes: ["people"],
  deliveries: ["yard"],
});

/** Whether it is a matter for these people. @param {string} topic @param {string[]} keys */
export function concerns(topic, keys) {
  if (topic === "it") return keys.some((key) => ADMINISTRATORS.has(key));
  const circle = TOPICS[topic];
  return !circle || keys.every((key) => circle.has(key));
}

/**
 * Whether a room is the place for it; a talk of two must be the room's own matter.
 * @param {{ topic: string, where: "pair" | "room" }} template @param {string} room key
 */
export function belongsIn({ topic, where }, room) {
  const own = (ROOM_TOPICS[room] ?? []).includes(topic);
  return own || (where === "room" && topic !== "it" && !(topic in TOPICS));
}
