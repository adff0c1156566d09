import type { Content } from '#engine/office/content.ts';
import type { Queryable } from '../database.ts';

/** The contracts of a unit by which a live run may speak on these channels now, as a content freezes them. */
export async function accountsInForce(
  database: Queryable,
  unitId: string,
  channels: readonly string[],
): Promise<Content['accounts']> {
  const { rows } = await database.query<Content['accounts'][number]>(
    `select slug, name, channel, adapter, mode, sender from account
     where unit_id = $1 and channel = any($2) and status <> 'paused'
       and current_date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')
     order by channel, slug`,
    [unitId, channels],
  );
  return rows;
}
