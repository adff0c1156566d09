import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { memberTimeline } from '../queries/member-timeline.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbReceipts } from './absorb-receipts.ts';
import { type AlarmedCrowd, alarmCrowd } from './alarmed-crowd.fixture.ts';
import { keepReceipts } from './keep-receipts.ts';

const people = 1_200;
let db: TestDatabase;
let crowd: AlarmedCrowd;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crowd = await alarmCrowd(db.database, people);
});

const one = async <T>(sql: string, ...values: unknown[]) => (await db.database.query(sql, values)).rows[0] as T;
const sorted = (ids: string[]) => [...ids].sort();

/** A claim of the whole crowd, whose acceptance is kept and not marked yet. */
async function keptAcceptance(): Promise<string[]> {
  await db.database.query(
    `with gone as (delete from outbox where run_id = $1 and account_id = $2 returning *)
     insert into outbox (account_id, lane, run_id, not_before, message_id, message_ids)
     select account_id, lane, run_id, not_before, (array_agg(id))[1], array_agg(id) from gone cross join unnest(message_ids) as id group by 1, 2, 3, 4`,
    [crowd.runId, crowd.accounts.sms],
  );
  const ids: string[] = [];
  for (let claimed = await crowd.claimOf('sms'); claimed; claimed = await crowd.claimOf('sms')) {
    await crowd.acceptAll(claimed, 'sms');
    if (claimed.messages.length >= 1_000) ids.push(...claimed.messages.map(({ id }) => id));
  }
  expect(ids.length).toBeGreaterThan(1_000);
  return ids;
}
test('a crowd’s acceptance is counted at once and marked later, at the time it was told', async () => {
  const ids = await keptAcceptance();
  expect(await crowd.counted('sms')).toEqual({ queued: 0, accepted: people });
  expect(await crowd.messagesOf('sms')).toEqual(sorted(ids));
  const { at } = await one<{ at: Date }>(
    `select date_trunc('milliseconds', min(received_at)) as at from receipt where status = 'accepted'`,
  );
  while ((await absorbReceipts(db.database)).absorbed > 0);
  expect(await crowd.messagesOf('sms', 'accepted')).toHaveLength(people);
  expect(await one('select min(accepted_at) as at from message where id = $1', ids[0])).toEqual({ at });
  expect(await one('select count(*)::int as n from message where done_at is not null')).toEqual({ n: 0 });
  expect(await one('select count(*)::int as n from inbox')).toEqual({ n: 0 });
  expect(await crowd.counted('sms')).toEqual({ queued: 0, accepted: people });
});

test.each([
  ['together', ''],
  ['after its receipt', `update receipt set due_at = due_at + interval '1 hour' where status = 'accepted'`],
])('an acceptance that is taken in %s ends in the same figures', async (_, apart) => {
  const ids = await keptAcceptance();
  await keepReceipts(
    db.database,
    crowd.accounts.sms!,
    ids.map((key, n) => ({ key, status: n % 10 === 0 ? 'failed' : 'delivered' })),
  );
  if (apart) await db.database.query(apart);
  while ((await absorbReceipts(db.database)).absorbed > 0);
  await db.database.query('update receipt set due_at = now()');
  while ((await absorbReceipts(db.database)).absorbed > 0);
  const failed = Math.ceil(ids.length / 10);
  expect(await crowd.counted('sms')).toEqual({
    queued: 0,
    accepted: people - ids.length,
    failed,
    delivered: ids.length - failed,
  });
  expect(await crowd.messagesOf('sms', 'failed')).toHaveLength(failed);
  expect(await one('select count(*)::int as n from inbox')).toEqual({ n: ids.length });
  expect(await one('select count(*)::int as n from receipt')).toEqual({ n: 0 });
});

test('before it is marked, a person’s path already says that the message was taken, and since when', async () => {
  const [id] = await keptAcceptance();
  const { member } = await one<{ member: string }>('select member_id as member from message where id = $1', id);
  const { at } = await one<{ at: Date }>('select accepted_at as at from kept_acceptance where message_id = $1', id);
  const timeline = await memberTimeline(db.database, member);
  expect(timeline?.messages.find(({ rung }) => rung === 'sms')).toMatchObject({
    status: 'accepted',
    acceptedAt: at.toISOString(),
  });
});

test('before it is marked, a rung’s limit already counts from it', async () => {
  const [id] = await keptAcceptance();
  const { member } = await one<{ member: string }>('select member_id as member from message where id = $1', id);
  const { timer } = await one<{ timer: string }>(
    `select key as timer from member cross join jsonb_each(timers) where id = $1 and key like '%sms%'`,
    member,
  );
  await db.database.query(
    `update member set timers = jsonb_build_object($2::text, cauce_ms(now() - interval '1 second')), due_at = now() - interval '1 second' where id = $1`,
    [member, timer],
  );
  await db.database.query(`update partition set next_due_at = now() - interval '1 second' where run_id = $1`, [
    crowd.runId,
  ]);
  await crowd.advance();
  const after = await one<{ limit: number; accepted: number }>(
    `select (timers ->> $2)::float8 as limit, (select cauce_ms(accepted_at)::float8 from kept_acceptance where message_id = $3) as accepted
     from member where id = $1`,
    member,
    timer,
    id,
  );
  const { answerMs } = await one<{ answerMs: number }>(
    `select (compiled -> 'delays' -> $2 ->> 'answerMs')::float8 as "answerMs" from revision join run on run.revision_id = revision.id where run.id = $1`,
    crowd.runId,
    timer,
  );
  expect(after.limit).toBe(after.accepted + answerMs);
});
