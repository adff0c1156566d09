import type { RequestStatus } from '#engine/office/request.ts';
import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** The newest asking to publish a journey, as far as its author is told of it. */
export type StandingRequest = {
  id: string;
  status: RequestStatus;
  askedAt: string | null;
  by: string;
  reason: string | null;
};

/** The newest request to publish the journey of that slug; undefined when nobody has asked. */
export async function standingRequest(
  database: Queryable,
  { unitId, slug }: { unitId: string; slug: string },
): Promise<StandingRequest | undefined> {
  const { rows } = await database.query<StandingRequest>(
    `select id, status, ${iso('asked_at')} as "askedAt", author ->> 'name' as by, reason
     from request where unit_id = $1 and slug = $2 and what = 'publish' order by id desc limit 1`,
    [unitId, slug],
  );
  return rows[0];
}
