import { templates } from "./phrase-book.mjs";
export class Dialogues {
  constructor(random) {
    this.random = random;
  }
  next(people, room, at) {
    const t = this.random.pick(templates);
    return t.lines.map((l) => ({
      ...l,
      text: l.text.replace(/\{n\}/g, () => String(this.random.int(1, 9999))),
    }));
  }
}
