import "server-only";
import type { Sql } from "postgres";
import type { Layout } from "@/lib/prosody/layouts/layout";
import type { Range } from "./range";
import { RangeReader, type ReadRange } from "./range-reader";
import type { ReadingThread } from "./reading-thread";

/** Makes lines of ranges, one after the other or several at once. */
export type Readers = {
  /** How many ranges are worth asking for in advance. */
  ahead: number;
  read(range: Range, generation: number): Promise<ReadRange>;
  close(): void;
};

/** In this thread: a range is read while the one before it is written. */
export function readHere(sql: Sql, layout: Layout): Readers {
  const reader = new RangeReader(sql, layout);
  let last: Promise<unknown> = Promise.resolve();
  return {
    ahead: 2,
    read(range, generation) {
      const next = last.then(() => reader.read(range, generation));
      last = next.catch(() => {});
      return next;
    },
    close() {},
  };
}

/** In threads of their own, by turns. */
export function readInThreads(threads: ReadingThread[]): Readers {
  let turn = 0;
  return {
    ahead: threads.length + 1,
    read(range, generation) {
      const thread = threads[turn++ % threads.length];
      if (!thread) throw new Error("no thread to read with");
      return thread.read(range, generation);
    },
    close() {
      for (const it of threads) it.end();
    },
  };
}
