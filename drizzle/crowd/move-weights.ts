import { type Database, transaction } from '../database.ts';

/** An account and how it did lately; drills are not counted. Times in milliseconds. */
export type AccountHealth = {
  id: number;
  unitId: string;
  channel: string;
  weight: number;
  restWeight: number;
  weighedMsAgo: number | null;
  handed: number;
  slow: number;
  /** Messages given back since this was last asked. */
  errors: number;
};

/**
 * Moves weights between the accounts of a channel as `decide` says, in one transaction under their locks. Slow: delivered
 * later than 5 minutes after acceptance, or accepted more than 5 minutes ago and still waiting; of the last 15 minutes.
 */
export async function moveWeights<Change extends { id: number; weight: number }>(
  database: Database,
  decide: (accounts: AccountHealth[]) => Change[],
): Promise<Change[]> {
  return transaction(database, async (tx) => {
    const { rows: accounts } = await tx.query<AccountHealth>(
      `select id, unit_id as "unitId", channel, weight, rest_weight as "restWeight",
              (extract(epoch from now() - weighed_at) * 1000)::float8 as "weighedMsAgo", 0 as handed, 0 as slow, errors
       from account a
       where status = 'active' and exists (
         select from account b where b.unit_id = a.unit_id and b.channel = a.channel and b.status = 'active' and b.id <> a.id)
       order by id for update of a`,
    );
    if (accounts.length === 0) return [];
    const { rows: lately } = await tx.query<{ id: number; handed: number; slow: number }>(
      `select m.account_id as id, count(*)::int as handed,
              count(*) filter (where coalesce(m.done_at, now()) - m.accepted_at > interval '5 minutes')::int as slow
       from message m join run on run.id = m.run_id
       where m.accepted_at > now() - interval '15 minutes' and m.account_id = any($1::int[]) and run.clock_at is null
         and m.status in ('accepted', 'delivered', 'read', 'replied')
       group by 1`,
      [accounts.map(({ id }) => id)],
    );
    const seen = new Map(lately.map((row) => [row.id, row]));
    await tx.query('update account set errors = 0 where id = any($1::int[]) and errors > 0', [
      accounts.map(({ id }) => id),
    ]);
    const changes = decide(
      accounts.map((account) => ({
        ...account,
        handed: seen.get(account.id)?.handed ?? 0,
        slow: seen.get(account.id)?.slow ?? 0,
      })),
    );
    await tx.query(
      `update account set weight = c.weight, weighed_at = now()
       from jsonb_to_recordset($1) as c(id int, weight int) where account.id = c.id`,
      [JSON.stringify(changes.map(({ id, weight }) => ({ id, weight })))],
    );
    return changes;
  });
}
