import type { RequestStatus } from '#engine/office/request.ts';
import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** One line about a request; `people` is null where nobody is counted beforehand. */
export type RequestLine = {
  id: string;
  what: 'launch' | 'publish';
  status: RequestStatus;
  lane: 'emergency' | 'service' | 'bulk';
  hash: string | null;
  unit: string;
  title: string;
  people: number | null;
  author: string;
  writers: string[];
  askedAt: string | null;
  lapsesAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
  held: 'people' | 'accounts' | null;
  updates: boolean;
  run: string | null;
};

type Wanted = {
  status?: RequestStatus | readonly RequestStatus[] | undefined;
  /** Only what this official has a hand in, or has none in. */
  writtenBy?: string | undefined;
  notWrittenBy?: string | undefined;
};

/** The newest 200 requests of these units: what waits first, emergencies before others, then by when it lapses. */
export async function requestList(
  database: Queryable,
  units: readonly string[],
  { status, writtenBy, notWrittenBy }: Wanted = {},
): Promise<RequestLine[]> {
  const { rows } = await database.query<RequestLine>(
    `select r.id, r.what, r.status, (array['emergency', 'service', 'bulk'])[r.lane + 1] as lane, r.hash, unit.name as unit,
            coalesce(r.content #>> '{journey,title}', r.slug) as title, (r.content #>> '{audience,count}')::int as people,
            r.author ->> 'name' as author, r.writers, ${iso('r.asked_at')} as "askedAt", ${iso('r.lapses_at')} as "lapsesAt",
            ${iso('r.decided_at')} as "decidedAt", o.name as "decidedBy", r.reason, r.held ->> 'why' as held,
            r.content -> 'updates' <> 'null' as updates, r.run_id as run
     from request r join unit on unit.id = r.unit_id left join official o on o.id = r.decided_by
     where r.unit_id = any($1::uuid[]) and ($2::text[] is null or r.status = any($2))
       and ($3::text is null or $3 = any(r.writers)) and ($4::text is null or not $4 = any(r.writers))
     order by r.status <> 'waiting', case when r.status = 'waiting' then r.lane end, case when r.status = 'waiting' then r.lapses_at end,
              r.updated_at desc
     limit 200`,
    [units, status === undefined ? null : [status].flat(), writtenBy ?? null, notWrittenBy ?? null],
  );
  return rows;
}
