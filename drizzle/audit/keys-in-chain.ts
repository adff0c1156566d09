import type { AuditKey } from '#engine/office/audit-seal.ts';
import type { Queryable } from '../database.ts';

/** The keys that the chain records, in the order in which they came into force. */
export async function keysInChain(database: Queryable): Promise<AuditKey[]> {
  const { rows } = await database.query<{ seq: number; detail: Omit<AuditKey, 'seq'> }>(
    `select seq::float8, entry::jsonb -> 'detail' as detail from audit where act = 'audit.key' order by seq`,
  );
  return rows.map(({ seq, detail }) => ({ seq, ...detail }));
}
