import type { AuditSeal } from '#engine/office/audit-seal.ts';
import type { Queryable } from '../database.ts';

/** Seals that have not left this host yet, the oldest first, a month at most. */
export async function unsentSeals(database: Queryable): Promise<AuditSeal[]> {
  const { rows } = await database.query<AuditSeal>(
    `select day::text, seq::float8, hash, key, signature from audit_seal where sent_at is null order by day limit 31`,
  );
  return rows;
}

/** Notes that seals have left. */
export async function sealsSent(database: Queryable, seals: readonly AuditSeal[]): Promise<void> {
  await database.query('update audit_seal set sent_at = now() where day = any($1::date[])', [
    seals.map(({ day }) => day),
  ]);
}
