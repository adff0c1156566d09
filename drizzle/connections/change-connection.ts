import type { Actor } from '#engine/office/audit-entry.ts';
import type { Connection } from '#engine/office/connection.ts';
import { audit } from '../audit/append.ts';
import { type Database, transaction } from '../database.ts';

type By = { officialId: string; unitId: string };

/** Proposes a connection: it carries nothing until somebody else confirms it. False: the unit has one of that name. */
export function proposeConnection(
  database: Database,
  { officialId, unitId }: By,
  connection: Connection,
): Promise<boolean> {
  const { slug, name, url, testUrl, methods, sends, headers } = connection;
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ id: number }>(
      `insert into endpoint (unit_id, slug, name, url, test_url, mode, methods, sends, headers, status, proposed_by)
       values ($1, $2, $3, $4, $5, 'live', $6, $7, $8, 'proposed', $9)
       on conflict (unit_id, slug) do nothing returning id`,
      [unitId, slug, name, url, testUrl ?? null, methods, sends, headers, officialId],
    );
    const [row] = rows;
    if (row) await note(tx, { officialId, unitId }, row.id, ['proposed']);
    return row !== undefined;
  });
}

/** Confirms what somebody else proposed; false when it is not theirs to confirm, or no longer waits. */
export function confirmConnection(database: Database, by: By, id: number): Promise<boolean> {
  return change(
    database,
    by,
    id,
    `status = 'active', confirmed_by = $3`,
    `status = 'proposed' and proposed_by <> $3`,
    'confirmed',
  );
}

/** Takes a connection out of use: calls that go through it fail from now on. Braking takes one person. */
export function retireConnection(database: Database, by: By, id: number): Promise<boolean> {
  return change(database, by, id, `status = 'retired'`, `status <> 'retired' and $3::uuid is not null`, 'retired');
}

function change(database: Database, by: By, id: number, set: string, when: string, said: string): Promise<boolean> {
  return transaction(database, async (tx) => {
    const { rowCount } = await tx.query(`update endpoint set ${set} where id = $1 and unit_id = $2 and ${when}`, [
      id,
      by.unitId,
      by.officialId,
    ]);
    if (rowCount) await note(tx, by, id, [said]);
    return Boolean(rowCount);
  });
}

function note(
  tx: Parameters<typeof audit>[0],
  { officialId, unitId }: By,
  id: number,
  fields: string[],
): Promise<number> {
  const who: Actor = { kind: 'official', id: officialId };
  return audit(tx, {
    who,
    unitId,
    act: 'endpoint.changed',
    about: { kind: 'endpoint', id: String(id) },
    detail: { fields },
  });
}
