import type { JobProgress, JobView } from "./views";

/** Makes "how fast" and "how long still" of what a handler reports; each step has a pace of its own. */
export class Pace {
  private begin: { phase: string | null; done: number; at: number } | null = null;

  /** `now` in milliseconds. The rate is of the whole step so far. */
  add(progress: JobProgress, now: number): NonNullable<JobView["progress"]> {
    const { done, total, phase } = progress;
    if (done === null) return { ...progress, rate: null, secondsLeft: null };
    if (!this.begin || this.begin.phase !== phase || done < this.begin.done) {
      this.begin = { phase, done, at: now };
    }
    const seconds = (now - this.begin.at) / 1_000;
    const rate = seconds >= 1 ? (done - this.begin.done) / seconds : 0;
    if (rate <= 0) return { ...progress, rate: null, secondsLeft: null };
    const secondsLeft = total === null ? null : Math.max(0, Math.ceil((total - done) / rate));
    return { ...progress, rate, secondsLeft };
  }
}
