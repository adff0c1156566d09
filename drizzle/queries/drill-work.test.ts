import { afterAll, beforeAll, expect, test } from 'vitest';
import { advanceAll, enrolAll, revise, settle } from '../crowd/crowd.fixture.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { openDrills } from './drill-work.ts';

const journey = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
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
};

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('what may leave holds a drill’s clock; what waits for a paused account does not', async () => {
  const { unitId } = await settle(db.database, 20);
  await revise(db.database, unitId, journey);
  const { partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'aviso',
    mode: 'drill',
    clock: { startsAt: Date.UTC(2026, 8, 1), scale: 1_000 },
  });
  await advanceAll(db.database, partitions);
  const messageAt = async () => (await openDrills(db.database)).map((drill) => drill.messageAt);
  expect(await messageAt()).toEqual([expect.any(Number)]);
  await db.database.query(`update account set status = 'paused'`);
  expect(await messageAt()).toEqual([null]);
  await db.database.query(`update account set status = 'active'`);
  expect(await messageAt()).toEqual([expect.any(Number)]);
});
