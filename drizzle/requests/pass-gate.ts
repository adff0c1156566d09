import { contentHash } from '#engine/office/content-hash.ts';
import { audit } from '../audit/append.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { growthOf } from './growth-of.ts';
import { judgeRun } from './judge-run.ts';
import { readRequest } from './request-row.ts';
import { unitPolicy } from './unit-policy.ts';
import type { Verdict } from './verdict.ts';

/**
 * Has the gate judge a run that waits, and does what it says: lets it begin, leaves it for later, has it signed again, or
 * ends it. Safe to repeat; a run that no longer waits is judged and left as it is, unless it is refused.
 */
export async function passGate(database: Database, runId: string): Promise<Verdict['gate']> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<Run>(
      `select id, unit_id as "unitId", kind, status, journey_id as "journeyId", request_id as "requestId", updates,
              entry_key as "entryKey" from run where id = $1 for update`,
      [runId],
    );
    const run = rows[0];
    if (!run) return 'refused';
    const verdict = await judgeRun(tx, runId);
    if (verdict.gate === 'open') await letIn(tx, run);
    if (verdict.gate === 'held') await hold(tx, run, verdict);
    if (verdict.gate === 'refused') await refuse(tx, run, verdict);
    return verdict.gate;
  });
}

type Run = {
  id: string;
  unitId: string;
  kind: 'launched' | 'standing';
  status: string;
  journeyId: string;
  requestId: string | null;
  updates: string | null;
  entryKey: string | null;
};

async function letIn(tx: Transaction, run: Run): Promise<void> {
  if (run.status !== 'waiting') return;
  await tx.query(
    `update run set status = $2, gate = null, launched_at = coalesce(launch_at, launched_at) where id = $1`,
    [run.id, run.kind === 'standing' ? 'open' : 'approved'],
  );
  if (run.kind === 'standing') await takeOver(tx, run);
  // What an update says anew takes the place of what is still on its way.
  if (run.updates !== null && run.entryKey === null)
    await tx.query(
      `update run set status = 'stopping', stop_why = 'updated'
       where (id = $1 or updates = $1) and id <> $2 and follows is null and status in ('waiting', 'approved', 'enrolling', 'open')`,
      [run.updates, run.id],
    );
}

/** The service before this one lets nobody in any more, and who waited at its door waits at the new one: each event enters one. */
async function takeOver(tx: Transaction, { id, journeyId }: Run): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `update run set closes_at = clock_timestamp()
     where journey_id = $1 and id <> $2 and kind = 'standing' and mode = 'live' and status = 'open'
       and (closes_at is null or closes_at > clock_timestamp()) returning id`,
    [journeyId, id],
  );
  await tx.query(
    `with moved as (delete from held_entry where run_id = any($1) returning *)
     insert into held_entry (run_id, citizen_id, entry_key, trigger, event, at)
     select $2, citizen_id, entry_key, trigger, event, at from moved on conflict do nothing`,
    [rows.map((before) => before.id), id],
  );
}

/** Back to be signed: with the people and contracts of now, and who entered meanwhile and why. Everybody is called again. */
async function hold(tx: Transaction, run: Run, { why, content, people }: Extract<Verdict, { gate: 'held' }>) {
  const request = run.requestId === null ? undefined : await readRequest(tx, run.requestId);
  if (!request) return;
  const { audience } = content;
  const { summons } = await unitPolicy(tx, run.unitId);
  const minutes = content.class === 'emergency' ? summons.emergencyLapsesMinutes : summons.lapsesMinutes;
  const again = {
    ...content,
    askedAt: new Date(request.now).toISOString(),
    lapsesAt: new Date(request.now + minutes * 60_000).toISOString(),
  };
  const growth =
    audience && why === 'people'
      ? await growthOf(tx, {
          unitId: run.unitId,
          rule: audience.rule,
          event: content.event,
          since: request.askedAt ?? 0,
          was: request.content?.audience?.count ?? 0,
        })
      : null;
  const hash = contentHash(again);
  await tx.query(
    `update request set status = 'waiting', content = $2, hash = $3, held = $4, asked_at = $5::timestamptz, lapses_at = $6::timestamptz,
       next_at = $5::timestamptz, calls = 0, updated_at = now() where id = $1 and status = 'approved'`,
    [request.id, again, hash, { why, growth }, again.askedAt, again.lapsesAt],
  );
  await tx.query(`update run set gate = $2 where id = $1`, [run.id, { code: `held-${why}`, severity: 'warning' }]);
  await audit(tx, {
    who: { kind: 'system', id: 'gate' },
    unitId: run.unitId,
    act: 'run.held',
    about: { kind: 'run', id: run.id },
    detail: { why, request: request.id, ...(people !== null && { people }) },
  });
}

/** Nobody enters, or nobody any more: what people of an unsigned run had still coming is taken back. */
async function refuse(tx: Transaction, run: Run, { why }: Extract<Verdict, { gate: 'refused' }>): Promise<void> {
  const { rowCount } = await tx.query(
    `update run set gate = $2,
       status = case when exists (select from partition where run_id = run.id) then 'stopping' else 'refused' end,
       stop_why = 'refused',
       finished_at = case when exists (select from partition where run_id = run.id) then null else clock_timestamp() end
     where id = $1 and status in ('waiting', 'approved', 'enrolling', 'open')`,
    [run.id, why],
  );
  if (!rowCount) return;
  await audit(tx, {
    who: { kind: 'system', id: 'gate' },
    unitId: run.unitId,
    act: 'run.refused',
    about: { kind: 'run', id: run.id },
    detail: { why: why.code, ...(run.requestId !== null && { request: run.requestId }) },
  });
}
