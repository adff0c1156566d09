import type { Queryable } from '../database.ts';
import type { ChangeName } from './index.ts';

/** Asks for a change: it waits until another confirms it. The detail has been read by the kind's schema. Answers its id. */
export async function askChange(
  database: Queryable,
  change: { unitId: string; kind: ChangeName; detail: unknown; reason: string; askedBy: string },
): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into change (unit_id, kind, detail, reason, asked_by) values ($1, $2, $3, $4, $5) returning id`,
    [change.unitId, change.kind, JSON.stringify(change.detail), change.reason, change.askedBy],
  );
  return rows[0]!.id;
}
