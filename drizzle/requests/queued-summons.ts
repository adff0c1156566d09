import type { Content } from '#engine/office/content.ts';
import type { Queryable } from '../database.ts';

/** A call for a signature that is to go out: to which address of which official, by which account, about what. */
export type Summons = {
  id: string;
  call: number;
  officialId: string;
  channel: 'email' | 'sms' | 'voice';
  accountId: number;
  address: string | null;
  locale: string | null;
  unit: string;
  lane: number;
  title: string;
  people: number | null;
  author: string;
  lapsesAt: string;
};

/**
 * The calls of a request that have not gone out; addresses are read now, and stand nowhere else. Whoever could not sign any
 * more has none: they are not told of it either.
 */
export async function queuedSummons(database: Queryable, requestId: string): Promise<Summons[]> {
  const { rows } = await database.query<
    Omit<Summons, 'title' | 'people' | 'author' | 'lapsesAt'> & { content: Content }
  >(
    `select s.id, s.call, s.official_id as "officialId", s.channel, s.account_id as "accountId", o.locale, unit.name as unit, r.lane,
            r.content,
            case when not may.sign then null when s.channel = 'email' then o.email when s.channel = 'sms' then d.mobile
              else coalesce(d.landline, d.mobile) end as address
     from summons s
     join request r on r.id = s.request_id and r.status = 'waiting'
     join official o on o.id = s.official_id
     join unit on unit.id = r.unit_id
     cross join lateral (
       select o.status = 'active' and not o.id::text = any(r.writers)
         and exists (select from official_role where official_id = o.id and unit_id = r.unit_id and role = 'approver') as sign) may
     left join lateral (select mobile, landline from duty where official_id = o.id and unit_id = r.unit_id order by ring limit 1) d on true
     where s.request_id = $1 and s.status = 'queued' order by s.id limit 200`,
    [requestId],
  );
  return rows.map(({ content, ...row }) => ({
    ...row,
    title: content.journey.title,
    people: content.audience?.count ?? null,
    author: content.author.name,
    lapsesAt: content.lapsesAt,
  }));
}

/** What became of each call at hand-over; `again` stays queued for the next attempt, ten at most. */
export async function recordSummons(
  database: Queryable,
  handed: { id: string; result: 'accepted' | 'failed' | 'again'; reason?: string | undefined }[],
): Promise<void> {
  await database.query(
    `update summons s set attempts = attempts + 1, reason = h.reason,
       status = case when h.result = 'again' and s.attempts < 9 then 'queued' when h.result = 'accepted' then 'accepted' else 'failed' end,
       done_at = case when h.result = 'again' and s.attempts < 9 then null else clock_timestamp() end
     from jsonb_to_recordset($1) as h(id uuid, result text, reason text) where s.id = h.id and s.status = 'queued'`,
    [JSON.stringify(handed)],
  );
}
