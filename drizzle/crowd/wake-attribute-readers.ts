import type { Transaction } from '../database.ts';

/** The temp table that `wakeAttributeReaders` reads: who changed, and which attributes, by their names in rules. */
export async function createChangedCitizens(tx: Transaction): Promise<void> {
  await tx.query(
    'create temp table changed_citizen (citizen_id uuid primary key, names text[] not null) on commit drop',
  );
}

/**
 * Tells every active member of a citizen in `changed_citizen` whose revision listens for one of the changed attributes, by
 * one row in the inbox, on the clock of their run. Part of the transaction that made the change, so that none is missed.
 */
export async function wakeAttributeReaders(tx: Transaction): Promise<number> {
  await tx.query('analyze changed_citizen');
  const { rowCount } = await tx.query(
    `insert into inbox (partition_id, member_id, type, data, at)
     select member.partition_id, member.id, 'attribute.changed', jsonb_build_object('attributes', to_jsonb(changed.names)),
       coalesce(run.clock_at, now())
     from changed_citizen changed
       join member on member.citizen_id = changed.citizen_id and member.status = 'active'
       join run on run.id = member.run_id
       join revision on revision.id = run.revision_id
     where revision.compiled->'watches' ?| changed.names`,
  );
  return rowCount ?? 0;
}
