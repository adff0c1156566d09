import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** A way to another system, as the house agreed on it. Its credentials are not among what is read. */
export type ConnectionLine = {
  id: number;
  unitId: string;
  unit: string;
  slug: string;
  name: string;
  url: string;
  testUrl: string | null;
  mode: 'live' | 'sandbox';
  methods: string[];
  sends: string[] | null;
  status: 'proposed' | 'active' | 'retired';
  hasCredentials: boolean;
  proposedBy: { id: string; name: string } | null;
  confirmedBy: string | null;
  createdAt: string;
};

const select = `
  select endpoint.id, endpoint.unit_id as "unitId", unit.name as unit, slug, coalesce(nullif(endpoint.name, ''), slug) as name,
    url, test_url as "testUrl", mode, methods, sends, endpoint.status, headers <> '{}' as "hasCredentials",
    case when proposer.id is not null then jsonb_build_object('id', proposer.id, 'name', proposer.name) end as "proposedBy",
    confirmer.name as "confirmedBy", ${iso('endpoint.created_at')} as "createdAt"
  from endpoint
  join unit on unit.id = endpoint.unit_id
  left join official proposer on proposer.id = proposed_by
  left join official confirmer on confirmer.id = confirmed_by`;

/** The connections of these units: what waits for somebody first, then those in use. */
export async function connectionList(database: Queryable, units: readonly string[]): Promise<ConnectionLine[]> {
  const { rows } = await database.query<ConnectionLine>(
    `${select} where endpoint.unit_id = any($1::uuid[])
     order by array_position('{proposed,active,retired}'::text[], endpoint.status), endpoint.name, slug`,
    [units],
  );
  return rows;
}

export async function connectionById(database: Queryable, id: number): Promise<ConnectionLine | undefined> {
  const { rows } = await database.query<ConnectionLine>(`${select} where endpoint.id = $1`, [id]);
  return rows[0];
}
