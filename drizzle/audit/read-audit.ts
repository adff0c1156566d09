import type { AuditRow } from '#engine/office/audit-chain.ts';
import type { AuditSeal } from '#engine/office/audit-seal.ts';
import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** A row with the words of its reason, unless they were erased. */
export type ReadRow = AuditRow & { salt: string | null; reason: string | null };

/** The audit from its beginning, page by page. */
export async function* readAudit(database: Queryable): AsyncGenerator<ReadRow[]> {
  for (let after = 0; ; ) {
    const { rows } = await database.query<ReadRow>(
      `select a.seq::float8, ${iso('a.at')} as at, a.entry, a.previous, a.hash, r.salt, r.words as reason
       from audit a left join audit_reason r using (seq) where a.seq > $1 order by a.seq limit 5000`,
      [after],
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.seq;
  }
}

/** Every sealed day, in order. */
export async function readSeals(database: Queryable): Promise<AuditSeal[]> {
  const { rows } = await database.query<AuditSeal>(
    'select day::text, seq::float8, hash, key, signature from audit_seal order by day',
  );
  return rows;
}
