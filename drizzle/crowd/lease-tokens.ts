import type { Database } from '../database.ts';

/**
 * Leases up to `wanted` sends from an account's token bucket: at most one second's worth at a time, refilled by the clock
 * of Postgres, so that several workers together keep to the contract's rate. Zero when the bucket is empty.
 */
export async function leaseTokens(database: Database, accountId: number, wanted: number): Promise<number> {
  const { rows } = await database.query<{ granted: number }>(
    `with filled as (
       select id, least(rate, tokens + rate * extract(epoch from clock_timestamp() - tokens_at)) as tokens
       from account where id = $1 for update)
     update account a set tokens = f.tokens - least(floor(f.tokens), $2), tokens_at = clock_timestamp()
     from filled f where a.id = f.id
     returning least(floor(f.tokens), $2)::int as granted`,
    [accountId, wanted],
  );
  return rows[0]?.granted ?? 0;
}
