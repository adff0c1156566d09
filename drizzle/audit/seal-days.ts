import { type AuditSeal, sealText } from '#engine/office/audit-seal.ts';
import { type Database, transaction } from '../database.ts';
import type { SigningKey } from './key-file.ts';

/**
 * Signs every day that is over (peninsular time) and was not signed yet, from the day of the first act on, acts or not.
 * Answers the new seals.
 */
export function sealDays(database: Database, { key, sign }: SigningKey): Promise<AuditSeal[]> {
  return transaction(database, async (tx) => {
    // Rows get their moment under this lock: none can still enter a day that is over.
    await tx.query('select cauce_audit_lock()');
    const { rows } = await tx.query<Omit<AuditSeal, 'key' | 'signature'>>(
      `select day::date::text as day, head.seq::float8, head.hash
       from generate_series(
         (select coalesce((select max(day) + 1 from audit_seal), (min(at) at time zone 'Europe/Madrid')::date) from audit)::timestamp,
         (now() at time zone 'Europe/Madrid')::date - interval '1 day', '1 day') as day
       cross join lateral (
         select seq, hash from audit where at < (day + interval '1 day') at time zone 'Europe/Madrid' order by seq desc limit 1) head
       order by day`,
    );
    const seals = rows.map((head) => ({ ...head, key, signature: sign(sealText({ ...head, key })) }));
    await tx.query(
      `insert into audit_seal (day, seq, hash, key, signature)
       select day, seq, hash, key, signature
       from jsonb_to_recordset($1) as s(day date, seq bigint, hash text, key text, signature text)`,
      [JSON.stringify(seals)],
    );
    return seals;
  });
}
