import "server-only";
import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

/** /api/health counts a worker as gone after 30 s. */
export const BEAT_SECONDS = 5;

/** This worker's line in console.worker_beat. */
export class Beat {
  private readonly id = randomUUID();

  constructor(private readonly sql: Sql) {}

  async tell(): Promise<void> {
    await this.sql`
      insert into console.worker_beat (id, pid) values (${this.id}, ${process.pid})
      on conflict (id) do update set beat_at = now()`;
  }

  /** Also removes lines of workers that were killed long ago. */
  async leave(): Promise<void> {
    await this.sql`
      delete from console.worker_beat
      where id = ${this.id} or beat_at < now() - interval '1 day'`;
  }
}
