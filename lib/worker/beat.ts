import "server-only";
import { randomUUID } from "node:crypto";
import { pools } from "@/lib/db/pools";

/** /api/health counts a worker as gone after 30 s. */
export const BEAT_SECONDS = 5;

/** This worker's line in console.worker_beat. */
export class Beat {
  private readonly id = randomUUID();

  async tell(): Promise<void> {
    await pools().jobs`
      insert into console.worker_beat (id, pid) values (${this.id}, ${process.pid})
      on conflict (id) do update set beat_at = now()`;
  }

  /** Also removes lines of workers that were killed long ago. */
  async leave(): Promise<void> {
    await pools().jobs`
      delete from console.worker_beat
      where id = ${this.id} or beat_at < now() - interval '1 day'`;
  }
}
