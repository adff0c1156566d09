import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../database.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbReceipts } from './absorb-receipts.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';

let testing: TestDatabase;
beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(() => testing.close());

const notice = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }] } },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
  texts: { es: { n2: { sms: { body: 'Hola' } } } },
};

test('a receipt that arrives while the acceptance is being recorded is taken in once that is done', async () => {
  const { database } = testing;
  const { unitId } = await settle(database, 3);
  await revise(database, unitId, notice);
  const { partitions } = await enrolAll(database, { unitId, slug: 'aviso', mode: 'live', audience: { all: [] } });
  await advanceAll(database, partitions);
  const { rows } = await database.query<{ id: string; account_id: number }>('select id, account_id from message');
  const accountId = rows[0]!.account_id;
  let absorbing: Promise<unknown> = Promise.resolve();
  await transaction(database, async (tx) => {
    await tx.query(`update message set status = 'accepted', accepted_at = now()`);
    absorbing = absorbReceipts(
      database,
      accountId,
      rows.map(({ id }) => ({ key: id, status: 'delivered' })),
    );
    for (let waiting = 0; waiting === 0; await sleep(20))
      waiting = (await database.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount ?? 0;
  });
  await absorbing;
  const after = await database.query(
    `select (select count(*)::int from message where status = 'delivered') as delivered, (select count(*)::int from inbox where member_id in (select member_id from message)) as heard`,
  );
  expect(after.rows[0]).toEqual({ delivered: 3, heard: 3 });
});
