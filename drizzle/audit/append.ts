import { randomBytes } from 'node:crypto';
import type { AuditAct } from '#engine/office/audit-acts.ts';
import { hashOfReason } from '#engine/office/audit-chain.ts';
import { type AuditEntry, writeEntry } from '#engine/office/audit-entry.ts';
import type { Queryable } from '../database.ts';

/**
 * Notes an act in the audit, in the transaction of the act itself: both happen or neither does. Call it last in that
 * transaction, since nobody else can append until it ends; answers the row's place. `reason` is what somebody wrote in
 * their own words; it stands beside the chain, so that it can be erased, and the chain keeps its salted hash.
 * Throws on an act or detail that engine/office/audit-acts.ts does not list.
 */
export async function audit<A extends AuditAct>(
  tx: Queryable,
  entry: AuditEntry<A> & { reason?: string | undefined },
): Promise<number> {
  const { reason: words, ...told } = entry;
  const reason = words?.trim().slice(0, 1_000) || undefined;
  const salt = reason === undefined ? undefined : randomBytes(16).toString('hex');
  const text = writeEntry(told, reason && salt && hashOfReason(salt, reason));
  const { rows } = await tx.query<{ seq: number }>('select cauce_audit($1, $2, $3)::float8 as seq', [
    text,
    reason ?? null,
    salt ?? null,
  ]);
  return rows[0]!.seq;
}
