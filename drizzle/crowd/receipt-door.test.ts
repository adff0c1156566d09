import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { claim } from './claim.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';
import { beatDoor, doorOutages } from './receipt-door.ts';
import { record } from './record.ts';

const ladder = (slug: string, of: string) => ({
  cauce: 1,
  slug,
  title: slug,
  class: of,
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms', answer: { minutes: 10 } },
          { id: 'email', channel: 'email' },
        ],
      },
    },
    { id: 'n3', kind: 'end', config: { outcome: 'told' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
});

let db: TestDatabase;
let unitId: string;
let sms: number;
beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 2));
  await revise(db.database, unitId, ladder('aviso', 'service'));
  await revise(db.database, unitId, ladder('alerta', 'emergency'));
  sms = (await db.database.query(`select id from account where channel = 'sms'`)).rows[0].id;
});
beforeEach(() =>
  db.database.query(
    `delete from setting where key = 'receipt-door'; truncate outage, member, partition, message, outbox`,
  ),
);
afterAll(() => db.close());

/** Everybody was handed an SMS `minutes` ago, and no receipt came. */
async function handedAgo(slug: string, minutes: number): Promise<number[]> {
  const { partitions } = await enrolAll(db.database, { unitId, slug, mode: 'live' });
  await advanceAll(db.database, partitions);
  const claimed = await claim(db.database, sms, {
    limit: 10,
    channel: 'sms',
    accountMode: 'sandbox',
    factsOf: () => [],
  });
  await record(
    db.database,
    claimed!,
    'sms',
    claimed!.messages.map(({ id }) => ({ id, result: 'accepted' })),
    0,
  );
  await db.database.query(
    `update message set queued_at = queued_at - $1 * interval '1 minute', accepted_at = accepted_at - $1 * interval '1 minute'`,
    [minutes],
  );
  await db.database.query(
    `update member set timers = jsonb_build_object('n2.sms.limit', cauce_ms(now()) - 1), due_at = now() - interval '1 millisecond'`,
  );
  await db.database.query('update partition set next_due_at = now() - interval $$1 millisecond$$');
  await advanceAll(db.database, partitions);
  return partitions;
}
const standing = async () =>
  (await db.database.query('select distinct state from member')).rows.map(({ state }) => state);
const dueInMinutes = async () =>
  Math.round(
    (await db.database.query(`select extract(epoch from min(due_at) - now()) / 60 as n from member`)).rows[0].n,
  );
const outageAgo = (from: number, until: number) =>
  db.database.query(
    `insert into outage (from_at, until_at) values (now() - $1 * interval '1 minute', now() - $2 * interval '1 minute')`,
    [from, until],
  );

test('a rung whose limit has passed is left, where receipts could come in all the time', async () => {
  await beatDoor(db.database);
  await handedAgo('aviso', 11);
  expect(await standing()).toEqual(['n2.email']);
});

test('a limit that fell into an outage of our own is longer by as much of it as came after acceptance', async () => {
  await outageAgo(30, 5);
  await handedAgo('aviso', 11);
  expect(await standing()).toEqual(['n2.sms']);
  expect(await dueInMinutes()).toBe(5);
});

test('while nobody takes receipts no rung is left for want of one', async () => {
  await db.database.query(
    `insert into setting (key, value) values ('receipt-door', to_jsonb(now() - interval '2 minutes'))`,
  );
  await handedAgo('aviso', 11);
  expect(await standing()).toEqual(['n2.sms']);
});

test('an emergency waits at most as long again', async () => {
  await outageAgo(60, 1);
  await handedAgo('alerta', 19);
  expect([await standing(), await dueInMinutes()]).toEqual([['n2.sms'], 1]);
  await db.database.query('truncate member, partition, message, outbox');
  await handedAgo('alerta', 21);
  expect(await standing()).toEqual(['n2.email']);
});

test('a silence of all web processes is noted as an outage by the first that speaks again', async () => {
  await beatDoor(db.database);
  await beatDoor(db.database);
  expect(await doorOutages(db.database, 0)).toEqual([]);
  await db.database.query(
    `update setting set value = to_jsonb(now() - interval '10 minutes') where key = 'receipt-door'`,
  );
  const [present] = await doorOutages(db.database, 0);
  expect(Math.round((present!.until - present!.from) / 60_000)).toBe(10);
  await beatDoor(db.database);
  const [past, ...others] = await doorOutages(db.database, 0);
  expect([Math.round((past!.until - past!.from) / 60_000), others]).toEqual([10, []]);
});
