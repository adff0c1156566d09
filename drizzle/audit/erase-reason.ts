import type { Actor } from '#engine/office/audit-entry.ts';
import type { Database } from '../database.ts';
import { audited } from './audited.ts';

/** Erases the words of a reason in which somebody's data slipped in; the chain stays whole and says that it was done. */
export function eraseReason(database: Database, who: Actor, row: number): Promise<boolean> {
  return audited(
    database,
    async (tx) => (await tx.query('delete from audit_reason where seq = $1', [row])).rowCount === 1,
    (erased) =>
      erased && {
        who,
        unitId: null,
        act: 'audit.reason-erased',
        about: { kind: 'audit', id: String(row) },
        detail: { row },
      },
  );
}
