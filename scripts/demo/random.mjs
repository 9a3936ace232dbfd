/**
 * The only source of chance in the demo: sfc32, seeded by a name, so that every part draws from a
 * stream of its own and a change in one part leaves the others as they were.
 */

/** @param {string} name @returns {[number, number, number, number]} */
function seedOf(name) {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  for (let i = 0; i < name.length; i++) {
    a = Math.imul(a ^ name.charCodeAt(i), 0x85ebca6b);
    b = Math.imul(b + a, 0xc2b2ae35) ^ (a >>> 13);
  }
  return [a | 0, b | 0, (a ^ b) | 0, 0x6d2b79f5];
}

/** Four hexadecimal digits for each number of 16 bits: making ids is half the work otherwise. */
const HEX = Array.from({ length: 65_536 }, (_, i) => i.toString(16).padStart(4, "0"));

export class Random {
  /** @param {string} name */
  constructor(name) {
    [this.a, this.b, this.c, this.d] = seedOf(name);
    for (let i = 0; i < 12; i++) this.word();
  }

  /** 32 random bits, unsigned. */
  word() {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    this.c |= 0;
    return t >>> 0;
  }

  /** In [0, 1). */
  unit() {
    return this.word() / 4294967296;
  }

  /** Whole number, both ends inclusive. @param {number} low @param {number} high */
  int(low, high) {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.unit() < probability;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.unit() * list.length)]);
  }

  /** @template T @param {readonly (readonly [T, number])[]} list @returns {T} */
  weighted(list) {
    let rest = this.unit() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of list) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return /** @type {readonly [T, number]} */ (list.at(-1))[0];
  }

  /** A new list in random order. @template T @param {readonly T[]} list @returns {T[]} */
  shuffle(list) {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [out[i], out[j]] = [/** @type {T} */ (out[j]), /** @type {T} */ (out[i])];
    }
    return out;
  }

  /** Roughly bell-shaped around 0, within -1.5 and 1.5. */
  bell() {
    return this.unit() + this.unit() + this.unit() - 1.5;
  }

  /** @param {number} digits */
  hex(digits) {
    let out = "";
    while (out.length < digits) {
      const word = this.word();
      out += HEX[word >>> 16] ?? "";
      out += HEX[word & 0xffff] ?? "";
    }
    return out.length === digits ? out : out.slice(0, digits);
  }

  /** UUIDv4, as Prosody 0.12 makes archive ids and most clients make message ids. */
  uuid() {
    const a = this.word();
    const b = this.word();
    const c = this.word();
    const d = this.word();
    const version = HEX[(b & 0x0fff) | 0x4000];
    const variant = HEX[((c >>> 16) & 0x3fff) | 0x8000];
    const end = `${HEX[c & 0xffff]}${HEX[d >>> 16]}${HEX[d & 0xffff]}`;
    return `${HEX[a >>> 16]}${HEX[a & 0xffff]}-${HEX[b >>> 16]}-${version}-${variant}-${end}`;
  }

  /** @param {number} length */
  bytes(length) {
    const out = Buffer.alloc(length);
    for (let i = 0; i < length; i++) out[i] = this.word() & 255;
    return out;
  }

  /** @param {number} length of the bytes before encoding */
  base64(length) {
    return this.bytes(length).toString("base64");
  }
}
