import type { Database } from '../database.ts';

/**
 * Gives the queued messages of accounts that are down to another account of the same channel, a page at a time. One whose
 * provider may already have it stays, for the other provider would not know its key; an emergency goes all the same.
 */
export async function rerouteMessages(database: Database, limit = 5_000): Promise<number> {
  const { rowCount } = await database.query(
    `with ways as materialized (
       select down.id as down, up.id as up, up.mode from account down
       cross join lateral (
         select id, mode from account a
         where a.unit_id = down.unit_id and a.channel = down.channel and a.status = 'active' and a.weight > 0 and a.id <> down.id
           and (a.mode = down.mode) and current_date between coalesce(a.valid_from, '-infinity') and coalesce(a.valid_to, 'infinity')
         order by a.weight desc, a.id limit 1) up
       where down.status = 'down'),
     stranded as (
       select m.id, ways.up from ways
       cross join lateral (
         select x.id from message x
         where x.account_id = ways.down and x.status = 'queued' and (x.lane = 0 or x.reason is distinct from 'no-answer')
         order by x.lane limit $1 for update of x skip locked) m)
     update message set account_id = stranded.up from stranded where message.id = stranded.id`,
    [limit],
  );
  return rowCount ?? 0;
}
