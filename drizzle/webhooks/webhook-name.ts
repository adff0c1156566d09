import type { Queryable } from '../database.ts';

/** What the officials call a webhook; its id when it is gone. */
export async function webhookName(database: Queryable, id: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>('select name from webhook where id = $1', [id]);
  return rows[0]?.name ?? id;
}
