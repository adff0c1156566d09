import type { Endpoint } from '../crowd/claim-calls.ts';
import type { Queryable } from '../database.ts';

/** Where a connection may be tried; `url` null: it keeps no address for that. No credentials: those are for the real address. */
export type TrialEndpoint = Pick<Endpoint, 'id' | 'mode' | 'methods' | 'sends'> & { url: string | null };

/** An active connection of a unit, for trying it; undefined when there is none of that name. */
export async function trialEndpoint(
  database: Queryable,
  unitId: string,
  slug: string,
): Promise<TrialEndpoint | undefined> {
  const { rows } = await database.query<TrialEndpoint>(
    `select id, test_url as url, mode, methods, sends from endpoint where unit_id = $1 and slug = $2 and status = 'active'`,
    [unitId, slug],
  );
  return rows[0];
}
