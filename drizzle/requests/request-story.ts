import type { Content } from '#engine/office/content.ts';
import type { Ring } from '#engine/office/summons.ts';
import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';
import { stepsOf } from './attend-request.ts';
import { contentOf, type RequestRow, readRequest } from './request-row.ts';

/** A request with all that somebody who decides wants to know beside it; times ISO 8601 but for those of the row. */
export type RequestStory = {
  request: RequestRow;
  content: Content | undefined;
  unit: string;
  /** What was last signed of the same journey, or of the run that this one updates. */
  before: { content: Content; decidedAt: string } | null;
  /** The journey's document, for the titles of its nodes. */
  document: unknown;
  decidedBy: string | null;
  history: { act: string; at: string; who: string | null; reason: string | null }[];
  calls: { call: number; at: string; who: string; channel: string; status: string }[];
  /** Who is called next, and when, if nobody signs; null when nothing comes before it lapses. */
  next: { at: string; ring: Ring; who: string | null } | null;
};

/** Reads a request's story; undefined when there is no such request. */
export async function requestStory(database: Queryable, id: string): Promise<RequestStory | undefined> {
  const request = await readRequest(database, id);
  if (!request) return undefined;
  const { rows } = await database.query<
    Omit<RequestStory, 'request' | 'content' | 'next' | 'before'> & { before: Before }
  >(
    `select unit.name as unit, o.name as "decidedBy",
            coalesce(r.document, (select v.document from journey j join revision v on v.journey_id = j.id
              where j.unit_id = r.unit_id and j.slug = r.slug and v.n = (r.content #>> '{journey,revision}')::int)) as document,
            (select jsonb_build_object('content', b.content, 'decidedAt', ${iso('b.decided_at')}) from request b
             where b.unit_id = r.unit_id and b.slug = r.slug and b.what = r.what and b.status = 'approved' and b.id <> r.id
               and b.decided_at < coalesce(r.asked_at, now())
             order by (b.run_id = (r.content #>> '{updates,run}')::uuid) is true desc, b.decided_at desc limit 1) as before,
            coalesce((select jsonb_agg(jsonb_build_object('act', a.act, 'at', ${iso('a.at')}, 'who', who.name, 'reason', words) order by a.seq)
              from audit a left join audit_reason using (seq) left join official who on a.who_kind = 'official' and who.id::text = a.who_id
              where a.about_kind = 'request' and a.about_id = r.id::text and a.act <> 'request.escalated'), '[]') as history,
            coalesce((select jsonb_agg(jsonb_build_object('call', s.call, 'at', ${iso('coalesce(s.done_at, s.queued_at)')}, 'who', so.name,
                'channel', s.channel, 'status', s.status) order by s.call, so.name, s.channel)
              from summons s join official so on so.id = s.official_id where s.request_id = r.id and s.queued_at >= r.asked_at), '[]') as calls
     from request r join unit on unit.id = r.unit_id left join official o on o.id = r.decided_by
     where r.id = $1`,
    [id],
  );
  const { before, ...told } = rows[0]!;
  const known = before && contentOf(before);
  return {
    ...told,
    request,
    content: contentOf(request),
    before: before && known ? { content: known, decidedAt: before.decidedAt } : null,
    next: request.status === 'waiting' ? await nextCall(database, request) : null,
  };
}

type Before = { content: Content; decidedAt: string } | null;

async function nextCall(database: Queryable, request: RequestRow): Promise<RequestStory['next']> {
  const step = (await stepsOf(database, request))[request.calls];
  if (!step || request.askedAt === null) return null;
  const { rows } = await database.query<{ name: string }>(
    `select o.name from duty d join official o on o.id = d.official_id
     where d.unit_id = $1 and d.ring = 'on-call' and not d.official_id::text = any($2)
     order by d.place, d.official_id offset $3 limit 1`,
    [request.unitId, request.writers, step.place ?? 0],
  );
  return {
    at: new Date(request.askedAt + step.afterMs).toISOString(),
    ring: step.ring,
    who: step.ring === 'on-call' ? (rows[0]?.name ?? null) : null,
  };
}
