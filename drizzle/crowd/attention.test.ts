import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { advanceAll, enrolAll, revise, settle } from './crowd.fixture.ts';
import { settleAttention } from './settle-attention.ts';

const many = 20_000;
const appointment = {
  cauce: 1,
  slug: 'cita',
  title: 'Cita',
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'wait', config: { until: { for: 'duration', duration: { hours: 1 } } } },
    { id: 'n3', kind: 'wait', config: { until: { for: 'date', fact: 'citizen.cita', at: '09:00' } } },
    { id: 'n4', kind: 'end', config: { outcome: 'came' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'done', to: 'n3' },
    { from: 'n3', port: 'done', to: 'n4' },
  ],
};
const morning = Date.UTC(2026, 6, 2, 8);

let db: TestDatabase;
let unitId: string;
beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, many));
  await revise(db.database, unitId, appointment);
  await db.database.query(`update citizen set attributes = '{"cita": "2026-08-01"}'`);
  await db.database.query('analyze citizen');
});
afterAll(() => db.close());

const moveClock = (runId: string, to: number) =>
  db.database.query('update run set clock_at = cauce_at($2) where id = $1', [runId, to]);
const standing = async (runId: string) =>
  Object.fromEntries(
    (
      await db.database.query(
        `select state || ' ' || status as at, count(*)::int as n from member where run_id = $1 group by 1`,
        [runId],
      )
    ).rows.map(({ at, n }) => [at, n]),
  );
const waiting = async (runId: string) =>
  (
    await db.database.query(
      `select a.member_id as id, a.reason, a.detail, c.ref from attention a join member m on m.id = a.member_id join citizen c on c.id = m.citizen_id
       where a.run_id = $1 order by c.ref`,
      [runId],
    )
  ).rows;
const counted = async (runId: string) =>
  (
    await db.database.query(
      `select coalesce(sum(n), 0)::int as n from counter where run_id = $1 and name = 'attention'`,
      [runId],
    )
  ).rows[0].n;
/** Spoils three of the drill's people: two have no date to wait for, one's own row cannot be read. */
async function spoil(runId: string) {
  await db.database.query(`update citizen set attributes = '{}' where unit_id = $1 and ref in ('c7', 'c8000')`, [
    runId,
  ]);
  await db.database.query(
    `update member set timers = '{"n2.wait": "secreto"}' where run_id = $1 and citizen_id = (select id from citizen where unit_id = $1 and ref = 'c12345')`,
    [runId],
  );
}
const repair = (runId: string) =>
  db.database.query(`update citizen set attributes = '{"cita": "2026-08-01"}' where unit_id = $1`, [runId]);

test('three among twenty thousand wait with their reason, the rest move on, and each is tried again or let rest', async () => {
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'cita',
    mode: 'drill',
    clock: { startsAt: morning, scale: 1 },
  });
  await spoil(runId);
  await moveClock(runId, morning + 3_600_000);
  await advanceAll(db.database, partitions);
  expect(await standing(runId)).toEqual({ 'n3 active': many - 3, 'n2 attention': 3 });
  const [unreadable, first, second] = await waiting(runId);
  expect([unreadable.ref, unreadable.reason, first.reason, second.reason]).toEqual([
    'c12345',
    'sql-22P02',
    'sql-P0001',
    'sql-P0001',
  ]);
  expect(first.detail).toContain('n3');
  expect(unreadable.detail).not.toContain('secreto');
  expect(await counted(runId)).toBe(3);

  // One by itself, not mended: it comes back with the same reason, and nobody else moves.
  expect(await settleAttention(db.database, runId, { memberId: first.id }, 'retry')).toBe(1);
  await advanceAll(db.database, partitions);
  expect((await waiting(runId)).map(({ ref }) => ref)).toEqual(['c12345', 'c7', 'c8000']);
  expect(await counted(runId)).toBe(3);

  // All with the same reason, mended: they go on as everybody did.
  await repair(runId);
  expect(await settleAttention(db.database, runId, { reason: 'sql-P0001' }, 'retry')).toBe(2);
  await advanceAll(db.database, partitions);
  expect(await standing(runId)).toEqual({ 'n3 active': many - 1, 'n2 attention': 1 });

  // Let rest: out of attention, standing where it stood, asked nothing more.
  expect(await settleAttention(db.database, runId, { memberId: unreadable.id }, 'skip')).toBe(1);
  expect(await advanceAll(db.database, partitions)).toBe(0);
  expect(await standing(runId)).toEqual({ 'n3 active': many - 1, 'n2 active': 1 });
  expect([await waiting(runId), await counted(runId)]).toEqual([[], 0]);
}, 120_000);

test('all with the same reason are let rest at once, and the run ends without them only when it is stopped', async () => {
  const { runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'cita',
    mode: 'drill',
    audience: { fact: 'citizen.ref', is: 'in', value: ['c7', 'c8000', 'c12345', 'c9'] },
    clock: { startsAt: morning, scale: 1 },
  });
  await spoil(runId);
  await moveClock(runId, morning + 3_600_000);
  await advanceAll(db.database, partitions);
  expect(await settleAttention(db.database, runId, { reason: 'sql-P0001' }, 'skip')).toBe(2);
  expect((await waiting(runId)).map(({ ref }) => ref)).toEqual(['c12345']);
  await moveClock(runId, Date.UTC(2026, 7, 2));
  await advanceAll(db.database, partitions);
  expect(await standing(runId)).toEqual({ 'n4 finished': 1, 'n2 active': 2, 'n2 attention': 1 });
}, 60_000);
