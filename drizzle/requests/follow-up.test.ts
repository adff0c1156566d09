import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FollowUpKind } from '#engine/journey.ts';
import { advanceAll, revise, settle } from '../crowd/crowd.fixture.ts';
import { enrolPage } from '../crowd/enrol.ts';
import { enrolFollowers } from '../crowd/enrol-followers.ts';
import { stopRunPage } from '../crowd/stop-run.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { judgeRun } from './judge-run.ts';
import { passGate } from './pass-gate.ts';
import { alarm, approvedLaunch, openOffice, type TestOffice } from './request.fixture.ts';
import { sendFollowUp } from './send-follow-up.ts';

let db: TestDatabase;
let office: TestOffice;
const people = 12;
const who = { kind: 'official', id: 'ana' } as const;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const { unitId } = await settle(db.database, people);
  await revise(db.database, unitId, alarm);
  office = await openOffice(db.database, unitId);
});

const send = (runId: string, kind: FollowUpKind = 'all-clear') => sendFollowUp(db.database, { runId, kind, who });
const one = async <T>(sql: string, ...values: unknown[]) => (await db.database.query(sql, values)).rows[0] as T;

/** A run whose people have been decided: their messages wait to leave. */
async function alarmed(wish = {}): Promise<string> {
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma', ...wish });
  expect(await passGate(db.database, runId)).toBe('open');
  const { partitionId } = await enrolPage(db.database, runId);
  if (partitionId !== null) await advanceAll(db.database, [partitionId]);
  return runId;
}

/** Some of a run's SMS are taken by a provider, as `record` would note. */
async function accepted(runId: string, n: number, status = 'accepted') {
  await db.database.query(
    `update message set status = $3::message_status, accepted_at = case when $3 = 'uncertain' then null else now() end
     where id in (select id from message where run_id = $1 and channel = 'sms' and status = 'queued' order by id limit $2)`,
    [runId, n, status],
  );
}
const stop = async (runId: string) => {
  while (!(await stopRunPage(db.database, runId)).done);
};
async function follow(runId: string): Promise<number> {
  let entered = 0;
  for (;;) {
    const page = await enrolFollowers(db.database, runId);
    entered += page.enrolled;
    if (page.done || page.waits) return entered;
  }
}

test('the all-clear reaches everyone who was handed the alert or may have been, and nobody else', async () => {
  const runId = await alarmed();
  await accepted(runId, 5);
  await accepted(runId, 1, 'uncertain');
  const sent = await send(runId);
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  expect(await passGate(db.database, sent.runId)).toBe('open');
  expect(await follow(sent.runId)).toBe(6);
  const told = await one<{ same: boolean }>(
    `select array_agg(citizen_id order by citizen_id) =
       (select array_agg(distinct citizen_id) from message where run_id = $2 and status in ('accepted', 'uncertain')) as same
     from member where run_id = $1`,
    sent.runId,
    runId,
  );
  expect(told.same).toBe(true);
});

test('nothing more of the alert leaves, open tasks stay open, and everybody’s path says why', async () => {
  const runId = await alarmed();
  const { id: memberId } = await one<{ id: string }>('select id from member where run_id = $1 limit 1', runId);
  await db.database.query(
    `insert into task (id, run_id, partition_id, member_id, citizen_id, node, visit, skill, title, created_at)
     select uuidv7(), run_id, partition_id, id, citizen_id, 'n9', 1, 'x', 'Ir a su casa', now() from member where id = $1`,
    [memberId],
  );
  await send(runId);
  await stop(runId);
  expect(await one('select status, stop_why as why from run where id = $1', runId)).toEqual({
    status: 'stopped',
    why: 'all-clear',
  });
  expect(await one('select count(*)::int as n from outbox where run_id = $1', runId)).toEqual({ n: 0 });
  expect(await one('select status from task where run_id = $1', runId)).toEqual({ status: 'open' });
  expect(await one('select note from log where member_id = $1 order by seq desc limit 1', memberId)).toEqual({
    note: 'run.all-clear',
  });
});

test('who was handed the alert while it was being stopped is found by the last pass, and nobody is told twice', async () => {
  const runId = await alarmed();
  await accepted(runId, 4);
  const claim = await one<{ id: string }>(
    `insert into claim (account_id, run_id, message_ids, lease_until)
     select min(account_id), run_id, array_agg(id), now() + interval '1 minute' from (
       select * from message where run_id = $1 and channel = 'voice' and member_id not in
         (select member_id from message where run_id = $1 and accepted_at is not null) order by id limit 3) m group by run_id returning id`,
    runId,
  );
  const sent = await send(runId);
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  await passGate(db.database, sent.runId);
  expect(await follow(sent.runId)).toBe(4);
  await stop(runId);
  // Still in somebody's hands: the end of it is not the end.
  expect((await enrolFollowers(db.database, sent.runId)).waits).toBe(true);
  await db.database.query(
    `update message set status = 'accepted', accepted_at = now() where id = any((select message_ids from claim where id = $1)::uuid[])`,
    [claim.id],
  );
  await db.database.query('delete from claim where id = $1', [claim.id]);
  expect((await enrolFollowers(db.database, sent.runId)).waits).toBe(false);
  expect(await follow(sent.runId)).toBe(3);
  expect(await one('select status, enrolled from run where id = $1', sent.runId)).toEqual({
    status: 'open',
    enrolled: 7,
  });
});

test('whose acceptance is kept and not marked yet is told as well', async () => {
  const runId = await alarmed();
  await accepted(runId, 2);
  await db.database.query(
    `insert into receipt (account_id, status, message_ids)
     select min(account_id), 'accepted', array_agg(id) from (
       select * from message where run_id = $1 and channel = 'voice' and member_id not in
         (select member_id from message where run_id = $1 and accepted_at is not null) order by id limit 3) m`,
    [runId],
  );
  const sent = await send(runId);
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  await passGate(db.database, sent.runId);
  expect(await follow(sent.runId)).toBe(5);
});

test('it speaks by the same ladder: all channels at once, its own keys, its own words', async () => {
  const runId = await alarmed();
  await accepted(runId, 2);
  const sent = await send(runId, 'correction');
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  await passGate(db.database, sent.runId);
  const { partitionId } = await enrolFollowers(db.database, sent.runId);
  await advanceAll(db.database, [partitionId!]);
  const { rows } = await db.database.query(
    `select channel, count(*)::int as n, count(distinct id)::int as ids, bool_and(class = 'emergency' and lane = 0) as urgent
     from message where run_id = $1 group by 1 order by 1`,
    [sent.runId],
  );
  expect(rows).toEqual([
    { channel: 'sms', n: 2, ids: 2, urgent: true },
    { channel: 'voice', n: 2, ids: 2, urgent: true },
  ]);
  const { document } = await one<{ document: typeof alarm }>(
    'select v.document from revision v join run on run.revision_id = v.id where run.id = $1',
    sent.runId,
  );
  expect(JSON.stringify(document.texts)).toContain('Era un error.');
});

test('sending it again is the same sending; before anybody entered there is nothing to end', async () => {
  const { runId: early } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  expect(await send(early)).toMatchObject({ problems: [{ code: 'nothing-to-follow' }] });
  const runId = await alarmed();
  const [one_, other] = [await send(runId), await send(runId)];
  expect(one_).toEqual(other);
  expect(await send('019b76da-a800-7000-8000-000000000009')).toMatchObject({ problems: [{ code: 'unknown-run' }] });
});

test('words that were not frozen in the approval are refused by the gate', async () => {
  const runId = await alarmed();
  await accepted(runId, 1);
  const sent = await send(runId);
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  expect((await judgeRun(db.database, sent.runId)).gate).toBe('open');
  await db.database.query(
    `update revision set document = jsonb_set(document, '{texts,es,say,sms,body}', '"Otra cosa"')
     where id = (select revision_id from run where id = $1)`,
    [sent.runId],
  );
  expect(await judgeRun(db.database, sent.runId)).toMatchObject({ gate: 'refused', why: { code: 'request-changed' } });
  // Nor does an approver who has another post since keep the end of an alert from being told.
  const other = await alarmed();
  await db.database.query('delete from official_role where official_id = $1', [office.approver.id]);
  const allClear = await send(other);
  if (!allClear.ok) throw new Error(JSON.stringify(allClear.problems));
  expect((await judgeRun(db.database, allClear.runId)).gate).toBe('open');
});

test('an update with a larger area reaches only who is newly inside; one with new words, everybody, and stops the old', async () => {
  const towns = (...value: string[]) => ({ fact: 'citizen.municipality', is: 'in-municipality' as const, value });
  await db.database.query(
    `update citizen set municipality = '46030' where unit_id = $1 and ref in ('c1', 'c2', 'c3', 'c4')`,
    [office.unitId],
  );
  const first = await alarmed({ audience: towns('46030'), event: { areaDesc: 'Anna' } });
  const grown = await alarmed({ audience: towns('46030', '46118'), event: { areaDesc: 'Anna' }, updates: first });
  expect(await one('select enrolled, updates from run where id = $1', grown)).toEqual({ enrolled: 8, updates: first });
  expect(await one('select status from run where id = $1', first)).toEqual({ status: 'open' });
  const anew = await alarmed({
    audience: towns('46030', '46118'),
    event: { areaDesc: 'Anna y Enguera' },
    updates: grown,
  });
  expect(await one('select enrolled, updates from run where id = $1', anew)).toEqual({ enrolled: 12, updates: first });
  for (const id of [first, grown])
    expect(await one('select status, stop_why as why from run where id = $1', id)).toEqual({
      status: 'stopping',
      why: 'updated',
    });
  await db.database.query(`update citizen set municipality = '46250' where unit_id = $1 and ref = 'c12'`, [
    office.unitId,
  ]);
  const rest = await alarmed({
    audience: towns('46030', '46118', '46250'),
    event: { areaDesc: 'Anna y Enguera' },
    updates: anew,
  });
  expect(await one('select enrolled from run where id = $1', rest)).toEqual({ enrolled: 0 });
  // The end of it is told to whoever was handed any of the three.
  await accepted(first, 1);
  await accepted(anew, 2);
  const sent = await send(anew);
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  await passGate(db.database, sent.runId);
  const handed = await one<{ n: number }>(
    `select count(distinct citizen_id)::int as n from message where run_id = any($1) and status = 'accepted'`,
    [first, grown, anew],
  );
  expect(await follow(sent.runId)).toBe(handed.n);
});
