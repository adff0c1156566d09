import { type Database, transaction } from '../database.ts';

export type Crowd = { citizens: number; unitId: string; seed: number };

/**
 * Invents a crowd of adults inside Postgres, set-based, for benchmarks: in four languages
 * (es, ca, gl, eu in equal parts), each with a name, a mobile and a mailbox that can never be reached, near one of 200
 * places. The same seed invents the same people. Returns how many were added.
 */
export async function inventCrowd(database: Database, { citizens, unitId, seed }: Crowd): Promise<number> {
  const { rows } = await database.query<{ superuser: boolean }>(
    `select (select rolsuper from pg_roles where rolname = current_user) as superuser from unit where id = $1`,
    [unitId],
  );
  const [unit] = rows;
  if (!unit) throw new Error(`No unit ${unitId}`);
  // Two halves at once: one backend cannot use two cores.
  const middle = citizens >> 1;
  const added = await Promise.all(
    [
      [0, middle],
      [middle, citizens],
    ].map(([from = 0, to = 0]) =>
      transaction(database, async (tx) => {
        // The unit was just seen to exist; asking a million times more takes a third of the whole.
        if (unit.superuser) await tx.query('set local session_replication_role = replica');
        const { rowCount } = await tx.query(inventSql, [citizens, unitId, seed, from, to - 1]);
        return rowCount ?? 0;
      }),
    ),
  );
  await database.query('analyze citizen');
  return added.reduce((sum, half) => sum + half, 0);
}

// Every indexed column rises with i, so that each index grows at its right edge.
const inventSql = `
  insert into citizen (id, unit_id, ref, given_name, family_name, birth_date, sex, language, municipality, zone, lat, lon,
    mobile, email, consents, lives_alone)
  select
    ('019b0000-' || substr(tail, 1, 4) || '-7' || substr(tail, 5, 3) || '-8' || lpad(to_hex($3::int & 4095), 3, '0') || '-' || lpad(to_hex(i), 12, '0'))::uuid,
    $2, 'crowd-' || $3 || '-' || lpad(i::text, 9, '0'),
    (array['María','Antonio','Carmen','Manuel','Núria','Jordi','Uxía','Brais','Miren','Jon','Lucía','Pau','Iria','Ane','Begoña','Íñigo'])[1 + h % 16],
    (array['García','Ferrer','Castro','Etxeberria','Muñoz','Sanchis','Lago','Agirre','López','Ballester','Seoane','Garmendia','Peña','Roig','Souto','Ibarra'])[1 + (h >> 4) % 16]
      || ' ' || (array['Pérez','Martí','Rial','Arrieta','Núñez','Climent','Varela','Zabala'])[1 + (h >> 8) % 8],
    date '1936-01-01' + (h >> 11) % 25568, case when h % 2 = 0 then 'female' else 'male' end,
    (array['es','ca','gl','eu'])[1 + (i % 4)::int],
    lpad((1 + place / 4)::text, 2, '0') || lpad((1 + place % 4)::text, 3, '0'),
    'Europe/Madrid', 36.5 + place * 0.03 + (h & 1023) * 0.00001, -6 + place * 0.02 + (h >> 10 & 1023) * 0.00001,
    '+3426' || lpad(((i + $3::bigint * 1000003) % 10000000)::text, 7, '0'),
    'crowd.' || $3 || '.' || lpad(i::text, 9, '0') || '@ejemplo.invalid',
    '{sms,email}', h % 5 = 0
  from (
    select i::bigint as i, (hashint8extended(i, $3::bigint) & 2147483647)::int as h, lpad(to_hex(i / 65536), 7, '0') as tail,
      (i::bigint * 200 / $1::bigint)::int as place
    from generate_series($4::int, $5::int) i) numbered
  on conflict do nothing`;
