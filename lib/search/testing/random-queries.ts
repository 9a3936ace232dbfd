import type { PlainRow } from "./plain-rows";

/** The same numbers every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Queries of every class, made of what is in the rows, so that most of them find something. */
export class QueryMaker {
  private readonly texts: string[];
  private readonly named: PlainRow[];

  constructor(
    private readonly rows: PlainRow[],
    private readonly random: () => number,
  ) {
    this.texts = [...new Set(rows.map((it) => it.text).filter((it) => it.length > 3))];
    this.named = rows.filter((it) => it.senders.length > 0);
  }

  make(): string {
    const words = this.pick(this.wordClasses)();
    const filters = Array.from({ length: this.pick([0, 0, 1, 1, 2]) }, () =>
      this.pick(this.filterClasses)(),
    );
    const text = [words, ...filters].filter((it) => it !== "").join(" ");
    return text === "" ? this.pick(this.filterClasses)() : text;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private word(): string {
    const words = this.pick(this.texts)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((it) => it !== "");
    return words.length > 0 ? this.pick(words) : "ship";
  }

  private phrase(): string {
    const words = this.pick(this.texts)
      .split(/\s+/)
      .filter((it) => !it.includes('"'));
    const at = Math.floor(this.random() * words.length);
    return `"${words.slice(at, at + 2 + Math.floor(this.random() * 2)).join(" ")}"`;
  }

  private readonly wordClasses = [
    () => this.word(),
    () => this.word().toUpperCase(),
    () => `${this.word()} ${this.word()}`,
    () => this.pick(["the", "we", "and", "is", "you", "tomorrow"]),
    () => this.phrase(),
    () => `${this.word().slice(0, 1 + Math.floor(this.random() * 3))}*`,
    () => `${this.word()} OR ${this.word()}`,
    () => `${this.pick(["the", "a", "to"])} -${this.word()}`,
    () => `-${this.word()}`,
    () => `${this.phrase()} OR ${this.word()} -${this.phrase()}`,
    () => this.pick(this.pick(this.texts).split("")).trim(),
    () => this.pick(["船", "港", "ありがとう", "спасибо", "привет", "شكرا", "👍", "cafe", "Größe"]),
    () => `absent${Math.floor(this.random() * 1e9)}`,
    () => "",
    () => "",
  ];

  private name(full: boolean): string {
    const name = this.pick(this.pick(this.named).senders);
    const local = name.split("@")[0] ?? name;
    return full ? name : local;
  }

  private day(): string {
    return new Date(this.pick(this.rows).stamp * 1000).toISOString().slice(0, 10);
  }

  private readonly filterClasses = [
    () => `from:"${this.name(true)}"`,
    () => `from:"${this.name(false)}"`,
    () => `-from:"${this.name(false)}"`,
    () => `to:"${this.name(true)}"`,
    () => `with:"${this.name(false)}"`,
    () => `in:${this.pick(this.rows).owner}`,
    () => `in:${this.pick(this.rows).owner} with:"${this.name(true)}"`,
    () => `host:${this.pick(this.rows).host}`,
    () => `-host:${this.pick(this.rows).host}`,
    () => `kind:${this.pick(this.rows).kind}`,
    () => `-kind:${this.pick(this.rows).kind}`,
    () => `has:${this.pick(["file", "link", "encrypted"])}`,
    () => `is:${this.pick(["edited", "retracted"])}`,
    () => `-is:${this.pick(["edited", "retracted"])}`,
    () => `after:${this.day()}`,
    () => `before:${this.day()}`,
    () => `on:${this.day()}`,
    () => `during:${this.day().slice(0, 7)}`,
    () => `id:${this.pick(this.pick(this.rows).ids)}`,
    () => "from:nobody-of-that-name",
  ];
}
