/** `most` 0: as much as one likes. */
export type Allowance = { most: number; seconds: number };

const PARTS = 60;

/** What was spent in the last `seconds`, by sixtieths of them; the last of these moves on as time does. */
export class Spending {
  /** Number of the part → amount, oldest first. */
  private readonly parts = new Map<number, number>();
  private toldUntil = 0;

  constructor(readonly allowance: Allowance) {}

  spend(amount: number, now: number): void {
    const part = this.partOf(now);
    this.parts.set(part, (this.parts.get(part) ?? 0) + amount);
  }

  /** Until there is something left to spend, at least 1; 0: there is now. `now` in milliseconds. */
  secondsToWait(now: number): number {
    const { most, seconds } = this.allowance;
    if (most === 0) return 0;
    const first = this.partOf(now) - PARTS;
    let left = 0;
    for (const [part, amount] of this.parts) {
      if (part <= first) this.parts.delete(part);
      else left += amount;
    }
    if (left < most) return 0;
    for (const [part, amount] of this.parts) {
      left -= amount;
      if (left >= most) continue;
      const free = (part + PARTS) * this.partMs;
      return Math.max(1, Math.min(seconds, Math.ceil((free - now) / 1_000)));
    }
    return seconds;
  }

  /** Whether this refusal is the first of its stretch; then the next are not for as long. */
  isNews(now: number): boolean {
    if (now < this.toldUntil) return false;
    this.toldUntil = now + this.allowance.seconds * 1_000;
    return true;
  }

  private get partMs(): number {
    return (this.allowance.seconds * 1_000) / PARTS;
  }

  private partOf(now: number): number {
    return Math.floor(now / this.partMs);
  }
}
