import { createChangedCitizens, wakeAttributeReaders } from '../crowd/wake-attribute-readers.ts';
import type { Transaction } from '../database.ts';
import type { Importable } from './importable.ts';

/** Why a staged row was left out, found only when all rows were there. */
export type StagedRefusal = { line: number; column: string; why: string; value: string };
export type Merged = { added: number; changed: number; woken: number; refusals: StagedRefusal[] };

/** Names of other citizens by `ref`, resolved once everybody is there. */
const references: Record<string, string> = { representative: 'representative_id', carer: 'carer_id' };
// What rules call a column that files call otherwise.
const inRules: Record<string, string> = {
  representative: 'representativeId',
  carer: 'carerId',
  household: 'householdId',
};

/** Creates the temp table `staged` for these core columns; a null cell says nothing and changes nothing. */
export async function createStaged(tx: Transaction, columns: readonly Importable[]): Promise<void> {
  const declared = columns.map(
    ({ name, type }) => `"${name}" ${name in references || name === 'household' ? 'text' : type}`,
  );
  await tx.query(
    `create temp table staged (line int, citizen_id uuid, zone text, h3 bigint, attributes jsonb not null, ${declared.join(', ')}) on commit drop`,
  );
}

/**
 * Merges `staged` into the citizens of a unit, set-based: known ones are changed where a cell says something new, unknown
 * ones added if so asked, and whoever waits on a changed attribute is woken. Part of the caller's transaction.
 */
export async function mergeStagedCitizens(
  tx: Transaction,
  { unitId, columns, source, add }: { unitId: string; columns: readonly Importable[]; source: string; add: boolean },
): Promise<Merged> {
  const refusals = await refuseTwice(tx);
  await tx.query(
    `update staged set citizen_id = citizen.id from citizen where citizen.unit_id = $1 and citizen.ref = staged.ref and staged.citizen_id is null`,
    [unitId],
  );
  const people = columns.filter(({ name }) => name in references);
  for (const { name } of people) refusals.push(...(await refuseUnknown(tx, unitId, name)));
  await createChangedCitizens(tx);
  await tx.query('analyze staged');
  const direct = columns.filter(({ name }) => !(name in references) && name !== 'ref');
  await noteChanges(tx, direct);
  const { rowCount: changed } = await tx.query('select from changed_citizen');
  await applyChanges(tx, direct, source);
  const added = add ? await addUnknown(tx, unitId, direct, source) : 0;
  for (const { name } of people) await connect(tx, unitId, name);
  return { added, changed: changed ?? 0, woken: await wakeAttributeReaders(tx), refusals };
}

async function refuseTwice(tx: Transaction): Promise<StagedRefusal[]> {
  const { rows } = await tx.query<StagedRefusal>(
    `delete from staged using (select line as at, row_number() over (partition by ref order by line) as nth from staged where ref is not null) twice
     where twice.at = staged.line and twice.nth > 1
     returning line, 'ref' as column, 'ref-twice' as why, ref as value`,
  );
  return rows;
}

async function refuseUnknown(tx: Transaction, unitId: string, name: string): Promise<StagedRefusal[]> {
  const { rows } = await tx.query<StagedRefusal>(
    `delete from staged where "${name}" is not null
       and not exists (select from citizen where unit_id = $1 and ref = staged."${name}")
       and not exists (select from staged other where other.ref = staged."${name}")
     returning line, $2::text as column, 'unknown-person' as why, "${name}" as value`,
    [unitId, name],
  );
  return rows;
}

/** What each cell says as a value of its column: a household is the same for every row with the same label. */
const told = ({ name, column }: Importable) =>
  column === 'household_id' ? `md5(citizen.unit_id::text || '/' || staged."${name}")::uuid` : `staged."${name}"`;

async function noteChanges(tx: Transaction, columns: readonly Importable[]) {
  const differs = columns.map((importable) => {
    const { name, column = '' } = importable;
    const place = ['municipality', 'lat', 'lon'].includes(name) ? `, 'place'` : '';
    return `case when staged."${name}" is not null and citizen.${column} is distinct from ${told(importable)} then array['${inRules[name] ?? name}'${place}] end`;
  });
  // In key order, so that two imports never wait for each other in a circle.
  await tx.query(
    `insert into changed_citizen
     select citizen.id, ${['array[]::text[]', ...differs].join(' || ')}
       || coalesce((select array_agg(key) from jsonb_each(staged.attributes) where citizen.attributes->key is distinct from value), '{}')
     from staged join citizen on citizen.id = staged.citizen_id
     order by citizen.id for update of citizen`,
  );
  await tx.query(`delete from changed_citizen where names = '{}'`);
}

async function applyChanges(tx: Transaction, columns: readonly Importable[], source: string) {
  const sets = columns.map((importable) => {
    const { column = '', name } = importable;
    return `${column} = case when staged."${name}" is null then citizen.${column} else ${told(importable)} end`;
  });
  // Every attribute told is as fresh as this file, also where it says what was known already.
  await tx.query(
    `update citizen set ${sets.map((set) => `${set}, `).join('')}zone = coalesce(staged.zone, citizen.zone), h3 = coalesce(staged.h3, citizen.h3),
       attributes = citizen.attributes || staged.attributes, sources = citizen.sources || ${sourcesOf}, updated_at = now()
     from staged where staged.citizen_id = citizen.id`,
    [source],
  );
}

const sourcesOf = `coalesce((select jsonb_object_agg(key, jsonb_build_object('source', $1::text, 'at', now())) from jsonb_object_keys(staged.attributes) key), '{}')`;

async function addUnknown(
  tx: Transaction,
  unitId: string,
  columns: readonly Importable[],
  source: string,
): Promise<number> {
  const defaults: Record<string, string> = { text: 'null', 'text[]': `'{}'`, boolean: 'false' };
  const fallback = ({ name, type }: Importable) =>
    ({ kind: `'person'`, language: `'es'`, livesAlone: 'null' })[name] ?? defaults[type] ?? 'null';
  const values = columns.map((importable) => {
    const value =
      importable.name === 'household' ? `md5($2::uuid::text || '/' || staged.household)::uuid` : told(importable);
    return importable.name === 'household' ? value : `coalesce(${value}, ${fallback(importable)})`;
  });
  const { rowCount } = await tx.query(
    `insert into citizen (unit_id, ref, zone, h3, attributes, sources${columns.map(({ column }) => `, ${column}`).join('')})
     select $2, staged.ref, coalesce(staged.zone, 'Europe/Madrid'), staged.h3, staged.attributes, ${sourcesOf}${values.map((value) => `, ${value}`).join('')}
     from staged where staged.citizen_id is null and staged.ref is not null
     on conflict (unit_id, ref) do nothing`,
    [source, unitId],
  );
  return rowCount ?? 0;
}

async function connect(tx: Transaction, unitId: string, name: string) {
  const column = references[name];
  await tx.query(
    `with connected as (
       update citizen set ${column} = other.id from staged join citizen other on other.unit_id = $1 and other.ref = staged."${name}"
       where citizen.unit_id = $1 and citizen.ref = staged.ref and citizen.${column} is distinct from other.id
       returning citizen.id)
     insert into changed_citizen select id, array[$2::text] from connected
     on conflict (citizen_id) do update set names = changed_citizen.names || excluded.names`,
    [unitId, inRules[name]],
  );
}
