import type { Queryable } from '../database.ts';

/** A contract with a provider, as whoever hands over or takes receipts needs it. */
export type AccountRow = {
  id: number;
  unitId: string;
  channel: string;
  adapter: string;
  mode: 'live' | 'sandbox';
  settings: Record<string, unknown>;
  secret: string;
  sender: string | null;
  rate: number | null;
  status: 'active' | 'paused' | 'down';
  /** Hand-overs in a row of which nothing was accepted. */
  failures: number;
};

export async function accountOf(database: Queryable, accountId: number): Promise<AccountRow | undefined> {
  const { rows } = await database.query<AccountRow>(
    `select id, unit_id as "unitId", channel, adapter, mode, settings, coalesce(secret, '') as secret, sender, rate, status, failures
     from account where id = $1`,
    [accountId],
  );
  return rows[0];
}
