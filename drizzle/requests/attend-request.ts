import { moveRequest } from '#engine/office/request.ts';
import { type SummonsStep, summonsSteps } from '#engine/office/summons.ts';
import { audit } from '../audit/append.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { callOffRun } from './call-off-run.ts';
import { lockRequest, movable, type RequestRow } from './request-row.ts';
import { unitPolicy } from './unit-policy.ts';

/** When the request is to be looked after next, epoch ms; null when nobody is waited for any more. */
export type Attended = { nextAt: number | null };

/**
 * Looks after a request that waits for a signature: writes down who is to be called now, and ends it when its time is over.
 * Nothing here, and no silence, approves anything. Calls missed in an outage are made as one, to everyone they were for.
 */
export async function attendRequest(database: Database, id: string): Promise<Attended> {
  return transaction(database, async (tx) => {
    const request = await lockRequest(tx, id);
    if (request?.status !== 'waiting' || !request.askedAt || !request.lapsesAt) return { nextAt: null };
    if (request.now >= request.lapsesAt) return expire(tx, request);
    const steps = await stepsOf(tx, request);
    const askedAt = request.askedAt;
    const due = steps.filter(({ afterMs }) => askedAt + afterMs <= request.now);
    const missed = due.slice(request.calls);
    if (missed.length > 0) await writeSummons(tx, request, due.length, missed);
    const next = steps[due.length];
    const nextAt = Math.min(next ? askedAt + next.afterMs : request.lapsesAt, request.lapsesAt);
    await tx.query('update request set calls = $2, next_at = cauce_at($3) where id = $1', [
      id,
      due.length,
      Math.ceil(nextAt),
    ]);
    return { nextAt };
  });
}

/** Every call for a signature of a request that waits, with what its unit has decided. */
export async function stepsOf(
  tx: Pick<Transaction, 'query'>,
  { unitId, lane, askedAt, lapsesAt, writers }: RequestRow,
): Promise<SummonsStep[]> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from duty where unit_id = $1 and ring = 'on-call' and not official_id::text = any($2)`,
    [unitId, writers],
  );
  const { summons } = await unitPolicy(tx, unitId);
  return summonsSteps(lane === 0 ? 'emergency' : 'service', {
    onCall: rows[0]?.n ?? 0,
    lapsesInMs: (lapsesAt ?? 0) - (askedAt ?? 0),
    policy: summons,
  });
}

async function expire(tx: Transaction, request: RequestRow): Promise<Attended> {
  const moved = moveRequest(movable(request), 'lapse', 'cauce');
  if (!moved.ok) return { nextAt: null };
  await tx.query(`update request set status = $2, next_at = null, decided_at = clock_timestamp() where id = $1`, [
    request.id,
    moved.status,
  ]);
  if (request.runId) await callOffRun(tx, request.runId, 'request-expired');
  await audit(tx, {
    who: { kind: 'system', id: 'request' },
    unitId: request.unitId,
    act: 'request.expired',
    about: { kind: 'request', id: request.id },
    detail: { ...(request.hash && { hash: request.hash }) },
  });
  return { nextAt: null };
}

/** One row per official and channel; nobody who wrote any of it is called, for they could not sign. */
async function writeSummons(tx: Transaction, request: RequestRow, call: number, steps: SummonsStep[]) {
  const { rowCount } = await tx.query(
    `with step as (select ring, place, channel from jsonb_to_recordset($3) as s(ring text, place int, channels jsonb),
                     jsonb_array_elements_text(channels) as channel),
     may as (
       select o.id, o.email from official o join official_role r on r.official_id = o.id
       where r.unit_id = $2 and r.role = 'approver' and o.status = 'active' and not o.id::text = any($4)),
     turn as (
       select d.*, row_number() over (partition by ring order by place, official_id) - 1 as turn
       from duty d join may on may.id = d.official_id where d.unit_id = $2),
     called as (
       -- A pool that nobody is in is everyone who may sign.
       select may.id, step.channel from step, may
       where step.ring = 'approvers' or (step.ring = 'pool' and not exists (select from turn where ring = 'pool'))
       union
       select turn.official_id, step.channel from step join turn on turn.ring = step.ring and (step.place is null or step.place = turn.turn)),
     reached as (
       select called.id, called.channel from called join may using (id)
       left join lateral (select mobile, landline from duty where official_id = called.id and unit_id = $2 order by ring limit 1) d on true
       where case called.channel when 'email' then may.email when 'sms' then d.mobile else coalesce(d.landline, d.mobile) end is not null)
     insert into summons (id, request_id, call, official_id, channel, account_id)
     select cauce_caused_id($1, $5 || '/' || reached.id, $6, reached.channel), $1, $6, reached.id, reached.channel, a.id
     from reached join lateral (
       select id from account where unit_id = $2 and channel = reached.channel and status = 'active'
         and current_date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')
       order by weight desc, id limit 1) a on true
     on conflict do nothing`,
    [
      request.id,
      request.unitId,
      JSON.stringify(steps.map(({ ring, place, channels }) => ({ ring, place, channels }))),
      request.writers,
      request.hash,
      call,
    ],
  );
  await audit(tx, {
    who: { kind: 'system', id: 'request' },
    unitId: request.unitId,
    act: 'request.escalated',
    about: { kind: 'request', id: request.id },
    detail: { step: call, people: rowCount ?? 0 },
  });
}
