import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** How the audit stands: how long it is, until when it is sealed, and how the last verification ended. */
export type AuditState = {
  acts: number;
  sealed: { day: string; sentAt: string | null } | null;
  /** A day that was over an hour ago has no seal. */
  late: boolean;
  verified: { at: string; findings: number } | null;
};
/** The end of a day in the list. */
export type SealLine = { day: string; seq: number; key: string };

export async function auditState(database: Queryable): Promise<AuditState> {
  const { rows } = await database.query<AuditState>(
    `select coalesce((select max(seq) from audit), 0)::float8 as acts,
            (select jsonb_build_object('day', day, 'sentAt', ${iso('sent_at')}) from audit_seal order by day desc limit 1) as sealed,
            exists (select from audit where (at at time zone 'Europe/Madrid')::date < ((now() - interval '1 hour') at time zone 'Europe/Madrid')::date)
              and not exists (select from audit_seal where day >= ((now() - interval '1 hour') at time zone 'Europe/Madrid')::date - 1) as late,
            (select jsonb_build_object('at', ${iso('at')}, 'findings', entry::jsonb #> '{detail,findings}') from audit
             where act = 'audit.verified' order by seq desc limit 1) as verified`,
  );
  return rows[0]!;
}

/** The seals of the days from one to another, by day. */
export async function sealsBetween(database: Queryable, from: string, until: string): Promise<Map<string, SealLine>> {
  const { rows } = await database.query<SealLine>(
    'select day::text, seq::float8, key from audit_seal where day between $1 and $2',
    [from, until],
  );
  return new Map(rows.map((seal) => [seal.day, seal]));
}
