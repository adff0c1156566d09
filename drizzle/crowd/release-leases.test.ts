import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';
import { moveWeights } from './move-weights.ts';
import { releaseLeases } from './release-leases.ts';
import { rerouteMessages } from './reroute-messages.ts';

const keys = [
  { adapter: 'http-batch', keysHoldMs: 3_600_000 },
  { adapter: 'smtp', keysHoldMs: 0 },
];
const notice = (slug: string, of: string) => ({
  cauce: 1,
  slug,
  title: slug,
  class: of,
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }], expires: { days: 1 } } },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
});

let db: TestDatabase;
let unitId: string;
beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 10));
  await revise(db.database, unitId, notice('aviso', 'service'));
  await revise(db.database, unitId, notice('alerta', 'emergency'));
});
afterAll(() => db.close());
afterEach(async () => {
  await db.database.query('truncate message, outbox, claim, counter');
  await db.database.query(`delete from account where slug = 'other'`);
  await db.database.query(
    `update account set adapter = 'http-batch', status = 'active', weight = 50, weighed_at = null`,
  );
});

test('messages whose claimer died go back to the outbox while the provider still knows their keys', async () => {
  await claimedBySomebodyDead('aviso');
  expect(await releaseLeases(db.database, keys)).toBe(10);
  expect(await statuses()).toEqual([{ status: 'queued', reason: 'no-answer', outbox: true, n: 10 }]);
  expect(await releaseLeases(db.database, keys)).toBe(0);
});

test('a provider that knows no keys leaves them uncertain, unless it is an emergency', async () => {
  await db.database.query(`update account set adapter = 'smtp'`);
  await claimedBySomebodyDead('aviso');
  await releaseLeases(db.database, keys);
  expect(await statuses()).toEqual([{ status: 'uncertain', reason: 'no-answer', outbox: false, n: 10 }]);
  await db.database.query('truncate message, outbox, claim');
  await claimedBySomebodyDead('alerta');
  await releaseLeases(db.database, keys);
  expect(await statuses()).toEqual([{ status: 'queued', reason: 'no-answer', outbox: true, n: 10 }]);
});

test('after longer than the provider remembers, they are uncertain too', async () => {
  await claimedBySomebodyDead('aviso', '2 hours');
  await releaseLeases(db.database, keys);
  expect(await statuses()).toMatchObject([{ status: 'uncertain', n: 10 }]);
});

test('a claim that still holds is left alone, and what belongs to a stopped run is withdrawn', async () => {
  const runId = await claimedBySomebodyDead('aviso', '-1 minute');
  expect(await releaseLeases(db.database, keys)).toBe(0);
  await db.database.query(`update claim set lease_until = now() - interval '1 second'`);
  await db.database.query(`update run set status = 'stopped' where id = $1`, [runId]);
  await releaseLeases(db.database, keys);
  expect(await statuses()).toMatchObject([{ status: 'withdrawn', outbox: false, n: 10 }]);
});

test('what waits for an account that is down leaves by the other, except what the first may already have', async () => {
  await queued('aviso');
  const { rows } = await db.database.query<{ id: number }>(
    `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'other', 'other', 'sms', 'http-batch', 'sandbox') returning id`,
    [unitId],
  );
  expect(await rerouteMessages(db.database)).toBe(0);
  await db.database.query(
    `update message set reason = 'no-answer' where id in (select id from message order by id limit 3)`,
  );
  await db.database.query(`update account set status = 'down' where slug = 'sms'`);
  expect(await rerouteMessages(db.database)).toBe(7);
  const moved = await db.database.query(
    `select count(*)::int as n from message m join outbox o on o.message_id = m.id and o.account_id = m.account_id where m.account_id = $1`,
    [rows[0]?.id],
  );
  expect(moved.rows).toEqual([{ n: 7 }]);
});

test('weights are decided from what was accepted lately and how long it took; drills are not counted', async () => {
  await queued('aviso');
  await db.database.query(
    `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'other', 'other', 'sms', 'http-batch', 'sandbox')`,
    [unitId],
  );
  await db.database.query(`update message set status = 'accepted', accepted_at = now() - interval '6 minutes'`);
  await db.database.query(
    `update message set status = 'delivered', done_at = accepted_at + interval '10 seconds'
     where id in (select id from message order by id limit 7)`,
  );
  const seen = await looked();
  expect(seen.map(({ channel, handed, slow }) => ({ channel, handed, slow }))).toEqual([
    { channel: 'sms', handed: 10, slow: 3 },
    { channel: 'sms', handed: 0, slow: 0 },
  ]);
  const { rows } = await db.database.query(`select slug, weight from account where channel = 'sms' order by id`);
  expect(rows).toEqual([
    { slug: 'sms', weight: 41 },
    { slug: 'other', weight: 41 },
  ]);
  await db.database.query(`update run set clock_at = now()`);
  expect((await looked()).map(({ handed }) => handed)).toEqual([0, 0]);
});

async function looked() {
  const seen: { channel: string; handed: number; slow: number }[] = [];
  await moveWeights(db.database, (accounts) => {
    seen.push(...accounts);
    return accounts.map(({ id }) => ({ id, weight: 41 }));
  });
  return seen;
}

async function queued(slug: string): Promise<string> {
  const { runId, partitions } = await enrolAll(db.database, { unitId, slug, mode: 'live' });
  await advanceAll(db.database, partitions);
  return runId;
}

async function claimedBySomebodyDead(slug: string, ago = '1 second'): Promise<string> {
  const runId = await queued(slug);
  await db.database.query(
    `with gone as (delete from outbox returning account_id, run_id, coalesce(message_ids, array[message_id]) as ids)
     insert into claim (account_id, run_id, message_ids, lease_until)
     select account_id, run_id, array_agg(id), now() - $1::interval from gone cross join unnest(ids) as id group by 1, 2`,
    [ago],
  );
  return runId;
}

async function statuses() {
  const { rows } = await db.database.query(
    `select status, reason, exists (select from outbox where message_id = message.id) as outbox, count(*)::int as n
     from message group by 1, 2, 3 order by 1, 2`,
  );
  return rows;
}
