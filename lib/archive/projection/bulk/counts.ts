import "server-only";
import type { Sql, TransactionSql } from "postgres";
import { CONVERSATION_PEER, IS_ENCRYPTED, IS_TEXT } from "@/lib/prosody/adoption/remove-lines";
import { COUNTED_KIND } from "@/lib/prosody/adoption/rollup-terms";
import { ADD_TO_ROLLUPS, addMonthsOf, quartersOf } from "../rollups/add";

/**
 * Counts every line, once. One snapshot holds lines and the notes of deletes alike: a delete in it has taken
 * its lines, so its notes are void, and the notes of later ones stay to be subtracted. So nobody is locked out
 * however long this takes. False: another worker has been here meanwhile.
 */
export async function countEverything(owner: Sql, generation: number): Promise<boolean> {
  return owner.begin("isolation level repeatable read", async (tx) => {
    const mine = await tx`
      select from console.indexer_state where one and generation = ${generation} and step = 'counts'
      for update skip locked`;
    if (mine.length === 0) return false;
    await tx`
      insert into console.conversation (owner_id, peer, rows, texts, encrypted, first, last)
      select owner_id, ${tx.unsafe(CONVERSATION_PEER)}, count(*),
        count(*) filter (where ${tx.unsafe(IS_TEXT)}),
        count(*) filter (where ${tx.unsafe(IS_ENCRYPTED)}), min("when"), max("when")
      from console.message group by 1, 2`;
    await tx`
      update console.owner o set rows = c.rows, bytes = c.bytes, encrypted = c.encrypted,
        first = c.first, last = c.last
      from (
        select owner_id, count(*) as rows, sum(size_bytes) as bytes,
          count(*) filter (where ${tx.unsafe(IS_ENCRYPTED)}) as encrypted,
          min("when") as first, max("when") as last
        from console.message group by 1
        union all
        select owner_id, count(*), sum(size_bytes), 0, min("when"), max("when")
        from console.counted group by 1
      ) c where o.id = c.owner_id`;
    await tx`
      with empty as (delete from console.owner where rows = 0 returning id)
      delete from console.occupant c using empty where c.owner_id = empty.id`;
    await countRollups(tx);
    for (const notes of ["delta", "rollup_note", "rollup_month_note"]) {
      await tx`delete from console.${tx(notes)}`;
    }
    await tx`update console.indexer_state set step = 'words' where one`;
    return true;
  });
}

async function countRollups(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    with added as (
      ${quartersOf("console.message", "kind")}
      union all ${quartersOf("console.counted", String(COUNTED_KIND))}
    ), ${ADD_TO_ROLLUPS} select from added limit 0`);
  for (const lines of ["console.message", "console.counted"]) await tx.unsafe(addMonthsOf(lines));
}
