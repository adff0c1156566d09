import type { AuditAct } from '#engine/office/audit-acts.ts';
import type { AuditEntry } from '#engine/office/audit-entry.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { audit } from './append.ts';

/** Makes a move and notes it, both or neither. Where `entry` says nothing, nothing was done that is worth noting. */
export function audited<T, A extends AuditAct>(
  database: Database,
  move: (tx: Transaction) => Promise<T>,
  entry: (done: T) => (AuditEntry<A> & { reason?: string | undefined }) | false | undefined,
): Promise<T> {
  return transaction(database, async (tx) => {
    const done = await move(tx);
    const told = entry(done);
    if (told) await audit(tx, told);
    return done;
  });
}
