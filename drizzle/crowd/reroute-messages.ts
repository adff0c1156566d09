import type { Database } from '../database.ts';
import { layOutPages } from './lay-out-pages.ts';

/**
 * Gives what waits in the outbox of accounts that are down to another account of the same channel, a page at a time. One
 * whose provider may already have it stays, for the other would not know its key; an emergency goes all the same.
 */
export async function rerouteMessages(database: Database, limit = 5_000): Promise<number> {
  await layOutPages(database, strandedPages, []);
  const { rowCount } = await database.query(
    `with ways as materialized (
       select down.id as down, up.id as up from account down
       cross join lateral (
         select id from account a
         where a.unit_id = down.unit_id and a.channel = down.channel and a.status = 'active' and a.weight > 0 and a.id <> down.id
           and a.mode = down.mode and current_date between coalesce(a.valid_from, '-infinity') and coalesce(a.valid_to, 'infinity')
         order by a.weight desc, a.id limit 1) up
       where down.status = 'down'),
     stranded as (
       select o.place, o.message_id, ways.up from ways
       cross join lateral (
         select q.ctid as place, q.message_id from outbox q join message x on x.id = q.message_id
         where q.account_id = ways.down and q.message_ids is null and (q.lane = 0 or x.reason is distinct from 'no-answer')
         order by q.lane limit $1 for update of q skip locked) o),
     queued as (update outbox set account_id = s.up from stranded s where outbox.ctid = s.place returning outbox.message_id, outbox.account_id)
     update message set account_id = queued.account_id from queued where message.id = queued.message_id`,
    [limit],
  );
  return rowCount ?? 0;
}

/** Some claims' worth of what waits in pages for accounts that are down, where another one can take it. */
const strandedPages = `
  select page.place from account down
  cross join lateral (
    select q.ctid as place from outbox q where q.account_id = down.id and q.message_ids is not null
    order by q.account_id, q.run_id, q.not_before, q.message_id limit 3) page
  where down.status = 'down' and exists (
    select from account up where up.unit_id = down.unit_id and up.channel = down.channel and up.mode = down.mode
      and up.status = 'active' and up.weight > 0)`;
