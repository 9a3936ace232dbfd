import "server-only";
import type { Queryable } from "@/lib/db/transaction";
import type { RawArchiveRow } from "@/lib/prosody/archive-row";
import type { Layout } from "@/lib/prosody/layouts/layout";
import { MESSAGE_STORES } from "@/lib/prosody/stores";
import { facetsOf } from "../facets";
import { keepOccupants } from "../keep-occupants";
import { Occupants } from "../occupants";
import { type Prepared, prepare } from "../prepare";
import { MAX_VALUE_CHARACTERS } from "../read-rows";
import { countedText, messageText } from "./copy-text";
import { Numbers } from "./numbers";
import type { Range } from "./range";

/** A range, ready to be written: lines in COPY's text format, and which versions of which rows they are of. */
export type ReadRange = {
  messages: Uint8Array<ArrayBuffer>;
  counted: Uint8Array<ArrayBuffer>;
  ids: Float64Array<ArrayBuffer>;
  versions: Float64Array<ArrayBuffer>;
};

type Found = RawArchiveRow & { version: string };

/**
 * The slow half of a large first build: reads rows and makes lines of them, without any lock. New owners,
 * parties and occupants get their numbers at once; the lines are written by somebody else.
 */
export class RangeReader {
  private readonly occupants: Occupants;
  private numbers: Numbers;
  private generation = 0;

  constructor(
    private readonly sql: Queryable,
    private readonly layout: Layout,
  ) {
    this.occupants = new Occupants(sql, layout);
    this.numbers = new Numbers(sql);
  }

  /** `generation`: of the projection; numbers of an earlier one are forgotten. */
  async read(range: Range, generation: number): Promise<ReadRange> {
    if (generation !== this.generation) this.numbers = new Numbers(this.sql);
    this.generation = generation;
    const rows = await this.fetch(range);
    const prepared = await prepare(rows, this.occupants);
    const { lines, counted } = prepared;
    await this.numbers.learn(
      [...lines, ...counted],
      lines.flatMap((it) => [it.senders, it.participants]),
    );
    await keepOccupants(this.sql, prepared.occupants, this.numbers);
    return {
      ...this.toText(prepared),
      ids: Float64Array.from(rows, (it) => it.rowId),
      versions: Float64Array.from(rows, (it) => Number(it.version)),
    };
  }

  private async fetch({ after, to }: Range) {
    const { sql, layout } = this;
    const rows = await sql<Found[]>`
      select a.sort_id::float8 as "rowId", a.host, a."user", a.store, a.key, a."when", a."with",
        a.type, coalesce(octet_length(a.value), 0) as "sizeBytes", a.xmin::text as version,
        case when a.store = any(${[...MESSAGE_STORES]}::text[])
          then left(a.value, ${MAX_VALUE_CHARACTERS}) end as value
      from ${sql.unsafe(layout.table)} a
      where a.sort_id > ${after}::bigint and a.sort_id <= ${to}::bigint order by a.sort_id`;
    return rows.map(({ version, ...raw }) => ({ ...layout.toRow(raw), version }));
  }

  private toText({ lines, counted }: Prepared): Pick<ReadRange, "messages" | "counted"> {
    let messages = "";
    for (const line of lines) {
      const owner = this.numbers.owner(line);
      const senders = line.senders.map((it) => this.numbers.party(it));
      const participants = line.participants.map((it) => this.numbers.party(it));
      const facets = facetsOf({ ...line, hostId: owner.hostId, senders, participants });
      messages += messageText(line, owner, line.words + facets);
    }
    const texts = counted.map((it) => countedText(it, this.numbers.owner(it)));
    return { messages: bytes(messages), counted: bytes(texts.join("")) };
  }
}

/** Memory of its own, which may be handed to another thread. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
