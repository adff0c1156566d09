import type { Holiday } from '#engine/time/holiday.ts';
import type { Database } from '../database.ts';

/** Writes holidays into the calendar that SQL counts with; a day and scope already there takes the new name. */
export async function loadHolidays(database: Pick<Database, 'query'>, holidays: readonly Holiday[]): Promise<void> {
  await database.query(
    `insert into holiday (day, scope, name)
     select * from unnest($1::date[], $2::text[], $3::text[])
     on conflict (day, scope) do update set name = excluded.name`,
    [holidays.map(({ date }) => date), holidays.map(({ scope }) => scope), holidays.map(({ name }) => name)],
  );
}
