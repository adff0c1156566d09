import type { Actor } from '#engine/office/audit-entry.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { audit } from '../audit/append.ts';
import { type Database, transaction } from '../database.ts';

type By = { who: Actor; unitId: string };

/** Makes a new audience for everybody, to be narrowed; its short name gets a number where the unit has one of that name. */
export function createAudience(database: Database, { who, unitId }: By, name: string, slug: string): Promise<string> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into audience (unit_id, slug, name, rule)
       select $1, case when n = 1 then $2 else $2 || '-' || n end, $3, '{"all": []}'
       from generate_series(1, 9999) n
       where not exists (select from audience where unit_id = $1 and slug = case when n = 1 then $2 else $2 || '-' || n end)
       order by n limit 1
       returning id`,
      [unitId, slug, name],
    );
    const id = rows[0]!.id;
    await audit(tx, {
      who,
      unitId,
      act: 'audience.changed',
      about: { kind: 'audience', id },
      detail: { fields: ['name'] },
    });
    return id;
  });
}

/** Keeps a name and a rule; what it counted before is forgotten, because it was another rule's. False: there is none. */
export function saveAudience(
  database: Database,
  { who, unitId }: By,
  { id, name, rule }: { id: string; name: string; rule: Rule },
): Promise<boolean> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ renamed: boolean; changed: boolean }>(
      `with old as (select name, rule from audience where id = $1 and unit_id = $2 for update)
       update audience set name = $3, rule = $4,
         counted = case when audience.rule = $4 then counted end, counted_at = case when audience.rule = $4 then counted_at end
       from old where id = $1
       returning old.name <> $3 as renamed, old.rule <> $4 as changed`,
      [id, unitId, name, JSON.stringify(rule)],
    );
    const [row] = rows;
    if (!row) return false;
    const fields = [...(row.renamed ? ['name'] : []), ...(row.changed ? ['rule'] : [])];
    if (fields.length > 0)
      await audit(tx, { who, unitId, act: 'audience.changed', about: { kind: 'audience', id }, detail: { fields } });
    return true;
  });
}

/** Takes an audience away; journeys keep the rules they were given. */
export function removeAudience(database: Database, { who, unitId }: By, id: string): Promise<boolean> {
  return transaction(database, async (tx) => {
    const { rowCount } = await tx.query('delete from audience where id = $1 and unit_id = $2', [id, unitId]);
    if (!rowCount) return false;
    await audit(tx, {
      who,
      unitId,
      act: 'audience.changed',
      about: { kind: 'audience', id },
      detail: { fields: ['removed'] },
    });
    return true;
  });
}

/** Remembers what an audience counted just now, so that lists need not count. */
export async function rememberCount(database: Database, id: string, counted: number): Promise<void> {
  await database.query('update audience set counted = $2, counted_at = now() where id = $1', [id, counted]);
}
