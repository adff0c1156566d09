import type { Transaction } from '../database.ts';

/**
 * SQL that makes a drill's copies of the citizens whose ids `people` selects, and of those who speak for them or care for
 * them; who has one already keeps it. Attributes, places and flags are the original's, names are initials unless the person
 * is invented, contacts are unreachable. `run` is SQL giving the drill's id.
 */
export function copyCitizensSql(run: string, people: string): string {
  return `
    insert into citizen (${Object.keys(columns).join(', ')}, id, unit_id, copy_of, representative_id, carer_id, household_id,
      mobile, landline, email, push_token)
    select ${Object.values(columns).join(', ')}, ${copyIdSql(run, 'c.id')}, ${run}, c.id,
      ${copyIdSql(run, 'c.representative_id')}, ${copyIdSql(run, 'c.carer_id')}, ${copyIdSql(run, 'c.household_id')},
      cauce_copied_phone(${run}, c.mobile, '+3427'), cauce_copied_phone(${run}, c.landline, '+3428'), cauce_copied_email(${run}, c.email),
      'copy-' || case when c.push_token like 'invented-%' then c.push_token else left(md5(${run}::text || c.push_token), 16) end
    from (${people}) as entering (id)
    join citizen e on e.id = entering.id
    join citizen c on c.id in (e.id, e.representative_id, e.carer_id)
    cross join lateral (
      select coalesce(bool_and(contact ~ '^\\+342[69]\\d{7}$' or contact like '%@ejemplo.invalid'), false)
      from unnest(array[c.mobile, c.landline, c.email]) as contact where contact <> '') as person (invented)
    on conflict do nothing`;
}

/** Makes the copies of those in a temporary table of people who enter a drill, and has the table name the copies instead. */
export async function enterCopies(tx: Transaction, runId: string, table: 'asked' | 'entrant'): Promise<void> {
  await tx.query(copyCitizensSql('$1::uuid', `select distinct citizen_id from ${table}`), [runId]);
  await tx.query(`update ${table} set citizen_id = ${copyIdSql('$1', 'citizen_id')}`, [runId]);
}

/** SQL of the id that a citizen's copy has in a drill; null for nobody. */
export const copyIdSql = (run: string, citizen: string): string => `cauce_copy_id(${run}, ${citizen})`;

const named = (column: string) => `case when invented then c.${column} else cauce_initials(c.${column}) end`;
const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `c.${name}`]));

const columns: Record<string, string> = {
  given_name: named('given_name'),
  family_name: named('family_name'),
  legal_name: named('legal_name'),
  postal_address: `case when invented then c.postal_address when c.postal_address <> '' then 'Calle de Muestra, 1' end`,
  ...same(
    'ref',
    'kind',
    'birth_date',
    'sex',
    'language',
    'municipality',
    'zone',
    'lat',
    'lon',
    'h3',
    'consents',
    'blocked',
  ),
  ...same('lives_alone', 'needs', 'protected', 'deceased', 'minor', 'represented', 'attributes'),
};
