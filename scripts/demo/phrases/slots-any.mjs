import { series, values } from "./lib/dialogues.mjs";

const pad = (n) => String(n).padStart(2, "0");
const LETTERS = "ABCDEFGHJK";

/** Values that are the same in every language: names, numbers, times. */
export const slots = {
  any: {
    ship: values(`Sandvik Star | Alma | Noorderlicht | Trijntje | Emma Kate | Havsörn | Baltic Heron
      Cabo Sereno | Ocean Lark | Tern Island | Vega Dorada | Solveig II | Marisol | Kormoran | Grey Petrel
      Lady Ansgar | Bonny Wren | Amber Coast | Polar Finch | Tjaldur | Estrela do Sado | Aurelia K
      Nordfjell | Santa Irina | Kaspar Holm | Merganser | Jade Lantern | Sula Bassana | Port Fidelity
      Hendrika | Old Tom | Kittiwake | Rosa Mystica | Brisling | Vandel | Ilse Marie`),
    person:
      values(`Duarte | Samir | Klaas | Birgit | Oksana | Henrik | Lotte | Rashid | Ivo | Teresa
      Björn | Anouk | Matteo | Zofia | Declan | Nadia | Piotr | Selma | Yannis | Hugo | Ingrid | Babak
      Rosa | Emil | Sunita | Viktor | Malte | Joana | Kofi | Lena | Anders | Mireille | Tomek | Aylin`),
    time: series(72, (i) => `${pad(6 + Math.floor(i / 6))}:${pad((i % 6) * 10)}`),
    clock: series(60, (i) => `${pad((7 + i * 5) % 24)}:${pad((i * 17 + 3) % 60)}`),
    num: series(60, (i) => String(3 + i)),
    few: series(25, (i) => String(2 + (i % 25))),
    small: series(8, (i) => String(2 + i)),
    crane: ["1", "2", "3"],
    pump: ["1", "2", "3", "4"],
    draught: series(40, (i) => `${(4.1 + i * 0.1).toFixed(1)} m`),
    big: series(60, (i) => String(120 + i * 37)),
    imo: series(60, (i) => `IMO ${9_120_000 + ((i * 7919) % 870_000)}`),
    drawing: series(
      60,
      (i) => `D2-${"SGMEPC"[i % 6]}-${String(101 + ((i * 13) % 180))} rev ${LETTERS[(i * 3) % 10]}`,
    ),
    partno: series(
      60,
      (i) => `NQ-${"KLMPRS"[i % 6]}${String(1200 + ((i * 397) % 8000))}-${pad(1 + ((i * 7) % 40))}`,
    ),
    ticket: series(60, (i) => `#${2040 + i * 23}`),
    order: series(60, (i) => `PO-${44_100 + i * 61}`),
    invoice: series(60, (i) => `R-${7020 + i * 47}`),
    truck: series(60, (i) => `${"BHKLNT"[i % 6]}${"RSWX"[i % 4]} ${1102 + ((i * 311) % 8600)}`),
    amount: series(
      60,
      (i) => `${(180 + ((i * 1373) % 18_000)).toLocaleString("en")}.${pad((i * 35) % 100)} €`,
    ),
    cost: series(60, (i) => `${38 + i * 7}.${pad((i * 45) % 100)} €`),
    mm: series(60, (i) => `${(0.2 + i * 0.35).toFixed(2)} mm`),
    degrees: series(40, (i) => `${i - 4} °C`),
    kmh: series(30, (i) => `${6 + i} m/s`),
    percent: series(50, (i) => `${12 + ((i * 7) % 87)} %`),
    level: series(50, (i) => `${i * 3 - 72} cm`),
    build: series(60, (i) => `${1 + (i % 4)}.${i % 13}.${(i * 7) % 31}`),
    host: values(`nq-db1 | nq-db2 | nq-chat | nq-files | nq-gate | nq-print | nq-cam3 | nq-build | nq-mail
      nq-vpn | nq-survey | nq-mon | nq-backup | nq-plot | nq-hall4 | nq-badge | nq-tide | nq-wiki
      nq-pump4 | nq-crane1 | nq-crane2 | nq-crane3 | nq-lab | nq-web | nq-proxy`),
  },
};
