import type { Queryable } from '../database.ts';

/** Whether this is the first time today (peninsular time) that `task` is asked for; the answer is given to one asker only. */
export async function onceADay(database: Queryable, task: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into setting (key, value) values ('daily/' || $1, to_jsonb((now() at time zone 'Europe/Madrid')::date))
     on conflict (key) do update set value = excluded.value where setting.value <> excluded.value`,
    [task],
  );
  return (rowCount ?? 0) > 0;
}
