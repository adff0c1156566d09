import type { Queryable } from '../database.ts';

/** Notes that an import has begun, visible at once in the list of imports. */
export async function beginImport(
  database: Queryable,
  { unitId, name }: { unitId: string; name: string },
): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    'insert into import (unit_id, name) values ($1, $2) returning id',
    [unitId, name],
  );
  return rows[0]!.id;
}

/** Notes how an import ended: rows read, rows refused, and where the refused ones are explained. */
export async function endImport(
  database: Queryable,
  end: { importId: string; status: 'done' | 'failed'; rows: number; refused: number; errorsPath?: string | undefined },
): Promise<void> {
  await database.query(
    'update import set status = $2, rows = $3, refused = $4, errors_path = $5, finished_at = now() where id = $1',
    [end.importId, end.status, end.rows, end.refused, end.errorsPath ?? null],
  );
}
