import "server-only";
import { parentPort, type Worker } from "node:worker_threads";
import { pools } from "@/lib/db/pools";
import { layout } from "@/lib/prosody/layouts/detect";
import type { Range } from "./range";
import { RangeReader, type ReadRange } from "./range-reader";

type Question = { id: number; range: Range; generation: number };
type Answer = { id: number } & ({ read: ReadRange } | { error: string });
type Waiting = { resolve: (read: ReadRange) => void; reject: (error: Error) => void };

/** A thread that makes lines of ranges, seen from outside. */
export class ReadingThread {
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private broken: Error | null = null;

  constructor(private readonly worker: Worker) {
    worker.unref();
    worker.on("message", (answer: Answer) => this.take(answer));
    worker.on("error", (error) => this.fail(error));
    worker.on("exit", () => this.fail(new Error("a thread that reads for the index has ended")));
  }

  read(range: Range, generation: number): Promise<ReadRange> {
    if (this.broken) return Promise.reject(this.broken);
    const question: Question = { id: this.asked++, range, generation };
    this.worker.postMessage(question);
    return new Promise((resolve, reject) => {
      this.waiting.set(question.id, { resolve, reject });
    });
  }

  end(): void {
    void this.worker.terminate();
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ("error" in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.read);
  }

  private fail(error: Error): void {
    this.broken ??= error;
    for (const { reject } of this.waiting.values()) reject(this.broken);
    this.waiting.clear();
  }
}

/** The same from inside: answers until the thread is ended. */
export function serveReading(): void {
  const port = parentPort;
  if (!port) throw new Error("not in a thread");
  let reader: RangeReader | null = null;
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ id, range, generation }: Question): Promise<void> => {
    try {
      reader ??= new RangeReader(pools().jobs, await layout());
      const read = await reader.read(range, generation);
      const { messages, counted, ids, versions } = read;
      const memory = [messages.buffer, counted.buffer, ids.buffer, versions.buffer];
      port.postMessage({ id, read } satisfies Answer, memory);
    } catch (error) {
      // With its connections, should these be what failed.
      reader = null;
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ id, error: message } satisfies Answer);
    }
  };
  port.on("message", (question: Question) => {
    last = last.then(() => answer(question));
  });
}
