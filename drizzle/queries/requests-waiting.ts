import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** A request as Inicio and the rail tell it. `people` is the frozen count, null where nobody was counted (a publication). */
export type RequestLine = {
  id: string;
  title: string;
  what: 'launch' | 'publish';
  emergency: boolean;
  status: 'draft' | 'waiting' | 'returned';
  people: number | null;
  author: string;
  askedAt: string | null;
  lapsesAt: string | null;
  /** Why it came back. */
  reason: string | null;
  /** It was signed, and waits again because what it would do has changed since. */
  held: boolean;
};

/**
 * What waits for a signature that this official may give: of these units, and with no hand of theirs in it. Emergencies
 * first, then what lapses soonest.
 */
export async function requestsWaiting(
  database: Queryable,
  units: readonly string[],
  officialId: string,
): Promise<RequestLine[]> {
  const { rows } = await database.query<RequestLine>(
    `select ${columns} from request
     where status = 'waiting' and unit_id = any($1::uuid[]) and not $2 = any(writers)
     order by lane = 0 desc, lapses_at, asked_at limit 50`,
    [units, officialId],
  );
  return rows;
}

/** What this official asked for and has not got: returned with a reason, or still waiting; the last moved first. */
export async function ownRequests(
  database: Queryable,
  units: readonly string[],
  officialId: string,
): Promise<RequestLine[]> {
  const { rows } = await database.query<RequestLine>(
    `select ${columns} from request
     where status in ('draft', 'waiting', 'returned') and unit_id = any($1::uuid[]) and $2 = any(writers)
     order by status = 'returned' desc, updated_at desc limit 20`,
    [units, officialId],
  );
  return rows;
}

const columns = `
  id, what, lane = 0 as emergency, status, coalesce(content #>> '{journey,title}', slug) as title,
  (content #>> '{audience,count}')::float8 as people, author ->> 'name' as author, ${iso('asked_at')} as "askedAt",
  ${iso('lapses_at')} as "lapsesAt", reason, held is not null as held`;
