import { audit } from '../audit/append.ts';
import { type Database, transaction } from '../database.ts';
import type { ChangeName } from './index.ts';

/** Asks for a change: it waits until another confirms it. The detail has been read by the kind's schema. Answers its id. */
export async function askChange(
  database: Database,
  change: { unitId: string; kind: ChangeName; detail: unknown; reason: string; askedBy: string },
): Promise<string> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into change (unit_id, kind, detail, reason, asked_by) values ($1, $2, $3, $4, $5) returning id`,
      [change.unitId, change.kind, JSON.stringify(change.detail), change.reason, change.askedBy],
    );
    const { id } = rows[0]!;
    await audit(tx, {
      who: { kind: 'official', id: change.askedBy },
      unitId: change.unitId,
      act: 'change.asked',
      about: { kind: 'change', id },
      detail: { what: change.kind },
      reason: change.reason,
    });
    return id;
  });
}
