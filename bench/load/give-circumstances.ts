import type { Database } from '#drizzle/database.ts';

/**
 * What a real register has and a crowd lacks: landlines, who is looked after by whom, addresses that are missing or
 * blocked, and catalogued attributes. By a hash of their reference, never of the id, by which the sample is drawn.
 */
export async function giveCircumstances(database: Database): Promise<void> {
  await database.query(
    `update citizen c set
       landline = case when h % 3 = 0 then '+34290' || lpad((h % 1000000)::text, 6, '0') end,
       mobile = case when h % 11 = 0 then null else mobile end, email = case when h % 5 < 2 then null else email end,
       blocked = case when h % 97 = 0 then '{sms,voice}'::text[] else '{}' end, protected = h % 499 = 0,
       minor = h % 6 = 0, represented = h % 71 = 0, representative_id = case when h % 2 = 0 then other end,
       attributes = case when h % 150 = 0 then '{"electricityDependent": true}'::jsonb else '{}' end
         || case when h % 40 = 0 then jsonb_build_object('dependencyDegree', (array['I','II','III'])[1 + h % 3]) else '{}' end
     from (select id, (hashtextextended(ref, 11) & 2147483647) as h, lead(id, 5) over (order by id) as other from citizen) k
     where k.id = c.id`,
  );
  await database.query('vacuum analyze citizen');
}
