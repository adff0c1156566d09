import type { Problem } from '#engine/problem.ts';
import { copyRows } from '../copy-rows.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { catalogued, type Importable, importableAttribute } from '../import/importable.ts';
import { createStaged, mergeStagedCitizens } from '../import/merge-staged-citizens.ts';
import { catalogueOf } from '../queries/catalogue.ts';

type Value = string | number | boolean | null | readonly string[];
/** New values of catalogued attributes of one citizen, found by our id or by the unit's own `ref`; null forgets a value. */
export type AttributeChange = { attributes: Record<string, Value> } & ({ citizenId: string } | { ref: string });
type Wish = { unitId: string; mode: 'live' | 'drill'; source: string; changes: readonly AttributeChange[] };
export type AttributesChanged = { ok: true; changed: number; woken: number } | { ok: false; problems: Problem[] };

/**
 * Writes catalogued attributes of known citizens and wakes whoever waits on them, all or nothing: an unknown citizen or
 * attribute, or a value of another type, is a problem with its place in `changes`. Mode `drill` writes to the copies of these
 * citizens in every drill that is open, and to nobody else.
 */
export async function changeAttributes(
  database: Database,
  { unitId, mode, source, changes }: Wish,
): Promise<AttributesChanged> {
  const catalogue = new Map(
    catalogued(await catalogueOf(database, unitId)).map((attribute) => [
      attribute.name,
      importableAttribute(attribute),
    ]),
  );
  return transaction(database, async (tx) => {
    const known = await tx.query<{ id: string; ref: string | null }>(
      'select id, ref from citizen where unit_id = $1 and (id::text = any($2) or ref = any($3))',
      [
        unitId,
        changes.map((change) => ('citizenId' in change ? change.citizenId : '')),
        changes.map((change) => ('ref' in change ? change.ref : '')),
      ],
    );
    const byId = new Set(known.rows.map(({ id }) => id));
    const byRef = new Map(known.rows.map(({ id, ref }) => [ref, id]));
    const problems: Problem[] = [];
    const merged = new Map<string, Record<string, unknown>>();
    changes.forEach((change, i) => {
      const id =
        'citizenId' in change ? (byId.has(change.citizenId) ? change.citizenId : undefined) : byRef.get(change.ref);
      if (id === undefined) problems.push({ code: 'unknown-citizen', severity: 'error', path: ['changes', i] });
      const { attributes, wrong } = readAttributes(change.attributes, catalogue);
      for (const { name, why } of wrong)
        problems.push({
          code: why,
          severity: 'error',
          path: ['changes', i, 'attributes', name],
          params: { attribute: name },
        });
      if (id !== undefined) merged.set(id, { ...merged.get(id), ...attributes });
    });
    if (problems.length > 0) return { ok: false, problems };
    await createStaged(tx, [REF]);
    await copyRows(
      tx,
      'staged',
      ['citizen_id', 'attributes'],
      mode === 'drill' ? await ofCopies(tx, unitId, merged) : merged,
    );
    const { changed, woken } = await mergeStagedCitizens(tx, { unitId, columns: [REF], source, add: false });
    return { ok: true, changed, woken };
  });
}

/** The same changes for the copies that these citizens have in open drills of the unit. */
async function ofCopies(tx: Transaction, unitId: string, changes: ReadonlyMap<string, Record<string, unknown>>) {
  const { rows } = await tx.query<{ id: string; copyOf: string }>(
    `select k.id, k.copy_of as "copyOf" from citizen k
     join run r on r.id = k.unit_id and r.unit_id = $1 and r.status in ('enrolling', 'open')
     where k.copy_of = any($2)`,
    [unitId, [...changes.keys()]],
  );
  return rows.map(({ id, copyOf }) => [id, changes.get(copyOf)] as const);
}

const REF: Importable = { name: 'ref', column: 'ref', type: 'text', read: (cell) => ({ value: cell }), called: [] };

function readAttributes(given: Record<string, Value>, catalogue: ReadonlyMap<string, Importable>) {
  const attributes: Record<string, unknown> = {};
  const wrong: { name: string; why: string }[] = [];
  for (const [name, value] of Object.entries(given)) {
    const importable = catalogue.get(name);
    if (!importable) wrong.push({ name, why: 'unknown-attribute' });
    else if (value === null) attributes[name] = null;
    else {
      const said = Array.isArray(value) ? value.join(';') : String(value as string | number | boolean).trim();
      const read = said === '' ? { why: 'empty-value' } : importable.read(said, '');
      if ('why' in read) wrong.push({ name, why: read.why });
      else attributes[name] = read.value;
    }
  }
  return { attributes, wrong };
}
