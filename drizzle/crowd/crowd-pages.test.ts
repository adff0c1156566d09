import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transaction } from '../database.ts';
import { memberTimeline } from '../queries/member-timeline.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { absorbReceipts } from './absorb-receipts.ts';
import { advance } from './advance.ts';
import { pauseRun, resumeRun } from './brake-run.ts';
import { type Claimed, claim } from './claim.ts';
import { enrolAll, notice, revise, settle } from './crowd.fixture.ts';
import { keepReceipts } from './keep-receipts.ts';
import { layOutPages } from './lay-out-pages.ts';
import { record } from './record.ts';
import { releaseLeases } from './release-leases.ts';
import { rerouteMessages } from './reroute-messages.ts';
import { stopRun, stopRunPage } from './stop-run.ts';

const people = 1_200;
/** By two channels at once; who is reached by one is not called by the other. */
const alarm = {
  ...notice,
  slug: 'alarma',
  class: 'emergency',
  nodes: [
    notice.nodes[0],
    {
      id: 'n2',
      kind: 'notify',
      config: {
        order: 'parallel',
        rungs: [
          { id: 'sms', channel: 'sms' },
          { id: 'voice', channel: 'voice' },
        ],
      },
    },
    notice.nodes[2],
  ],
  texts: { es: { n2: { sms: { body: 'Hola' }, voice: { body: 'Hola' } } } },
};

let db: TestDatabase;
let unitId: string;
let runId: string;
let partitions: number[];
let accounts: Record<string, number>;
beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, people));
  await db.database.query(`update citizen set landline = mobile`);
  await revise(db.database, unitId, alarm);
  const { rows } = await db.database.query<{ channel: string; id: number }>('select channel, id from account');
  accounts = Object.fromEntries(rows.map(({ channel, id }) => [channel, id]));
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.database.query('truncate outbox, claim, receipt, message, inbox, news');
  await db.database.query('truncate member');
  ({ runId, partitions } = await enrolAll(db.database, {
    unitId,
    slug: 'alarma',
    mode: 'live',
    audience: { all: [] },
  }));
});

const one = async <T>(sql: string, ...values: unknown[]) => (await db.database.query(sql, values)).rows[0] as T;
const claimOf = (channel: string, limit = 2_000) =>
  claim(db.database, accounts[channel]!, {
    limit,
    channel,
    accountMode: 'sandbox',
    factsOf: () => [],
    pass: new Map(),
  });
const acceptAll = (claimed: Claimed, channel: string) =>
  record(
    db.database,
    claimed,
    channel,
    claimed.messages.map(({ id }) => ({ id, result: 'accepted' })),
    0,
  );
const advanceThem = async () => {
  for (const id of partitions) while ((await advance(db.database, id)).moved > 0);
};
const pagesOf = async (channel: string) =>
  (
    await db.database.query<{ n: number }>(
      `select cardinality(message_ids) as n from outbox where run_id = $1 and account_id = $2 and message_ids is not null order by 1`,
      [runId, accounts[channel]],
    )
  ).rows.map(({ n }) => n);
const sorted = (ids: string[]) => [...ids].sort();
const messagesOf = async (channel: string, status = 'queued') =>
  sorted(
    (
      await db.database.query<{ id: string }>(
        `select id from message where run_id = $1 and channel = $2 and status = $3::message_status`,
        [runId, channel, status],
      )
    ).rows.map(({ id }) => id),
  );

test('a crowd waits in few rows, and leaves in claims of any size, each message once', async () => {
  expect((await db.database.query('select from outbox where run_id = $1', [runId])).rowCount).toBeLessThan(8);
  expect((await pagesOf('sms')).reduce((sum, n) => sum + n, 0)).toBe(people);
  const expected = await messagesOf('sms');
  const taken: string[] = [];
  const sizes = new Set<number>();
  for (let claimed = await claimOf('sms', 500); claimed; claimed = await claimOf('sms', 500)) {
    taken.push(...claimed.messages.map(({ id }) => id));
    sizes.add(claimed.messages.length);
  }
  expect(Math.max(...sizes)).toBe(500);
  expect(sorted(taken)).toEqual(expected);
  expect(await pagesOf('sms')).toEqual([]);
});

test('two who claim at once take different pages, and nobody waits for the other', async () => {
  const [a, b] = await Promise.all([claimOf('sms', 700), claimOf('sms', 700)]);
  const ids = [a, b].flatMap((claimed) => claimed?.messages.map(({ id }) => id) ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  let rest = 0;
  for (let claimed = await claimOf('sms'); claimed; claimed = await claimOf('sms')) rest += claimed.messages.length;
  expect(ids.length + rest).toBe(people);
});

test('a pause keeps pages where they are, and a resumed run goes on with them', async () => {
  const before = await pagesOf('sms');
  await pauseRun(db.database, runId);
  expect(await claimOf('sms')).toBeUndefined();
  expect(await pagesOf('sms')).toEqual(before);
  await resumeRun(db.database, runId);
  expect((await claimOf('sms'))?.messages.length).toBeGreaterThan(0);
});

test('who was reached by one channel is taken out of the other’s page, and everybody else of it still leaves', async () => {
  const claimed = (await claimOf('sms', 300))!;
  await acceptAll(claimed, 'sms');
  await keepReceipts(
    db.database,
    accounts.sms!,
    claimed.messages.map(({ id }) => ({ key: id, status: 'delivered' })),
  );
  await absorbReceipts(db.database);
  await advanceThem();
  expect(await messagesOf('voice', 'withdrawn')).toHaveLength(claimed.messages.length);
  const waiting = await messagesOf('voice');
  const called: string[] = [];
  for (let claimed = await claimOf('voice'); claimed; claimed = await claimOf('voice'))
    called.push(...claimed.messages.map(({ id }) => id));
  expect(sorted(called)).toEqual(waiting);
  expect(called).toHaveLength(people - claimed.messages.length);
});

test('a page that is being claimed while it is laid out is waited for: what was taken left, the rest is laid out', async () => {
  const [size = 0] = (await pagesOf('sms')).slice(-1);
  let laying: Promise<void> = Promise.resolve();
  await transaction(db.database, async (tx) => {
    const { rowCount } = await tx.query(
      `update outbox set message_id = message_ids[11], message_ids = message_ids[11:]
       where run_id = $1 and account_id = $2 and cardinality(message_ids) = $3`,
      [runId, accounts.sms, size],
    );
    expect(rowCount).toBe(1);
    laying = layOutPages(
      db.database,
      'select ctid as place from outbox where message_ids is not null and run_id = $1',
      [runId],
    );
    for (let waiting = 0; waiting === 0; await sleep(20))
      waiting = (await db.database.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount ?? 0;
  });
  await laying;
  expect(await pagesOf('sms')).toEqual([]);
  expect(
    await one('select count(*)::int as n from outbox where run_id = $1 and account_id = $2', runId, accounts.sms),
  ).toEqual({ n: people - 10 });
});

test('a stopped run takes back everybody in its pages, however many pages there are', async () => {
  await db.database.query(
    `with gone as (delete from outbox where run_id = $1 returning *)
     insert into outbox (account_id, lane, run_id, not_before, message_id, message_ids)
     select account_id, lane, run_id, not_before, (array_agg(id))[1], array_agg(id)
     from gone cross join unnest(message_ids) with ordinality as of(id, n) group by 1, 2, 3, 4, n % 24`,
    [runId],
  );
  expect((await pagesOf('sms')).length).toBeGreaterThan(20);
  await stopRun(db.database, runId);
  while (!(await stopRunPage(db.database, runId)).done);
  expect(await one('select count(*)::int as n from outbox where run_id = $1', runId)).toEqual({ n: 0 });
  expect(await messagesOf('sms', 'withdrawn')).toHaveLength(people);
  expect(await messagesOf('voice', 'withdrawn')).toHaveLength(people);
  expect(await counted('sms')).toEqual({ queued: 0, withdrawn: people });
});

test('pages of an account that is down leave by the other', async () => {
  const { id: other } = await one<{ id: number }>(
    `insert into account (unit_id, slug, name, channel, adapter, mode, weight) values ($1, 'otra', 'otra', 'sms', 'http-batch', 'sandbox', 1) returning id`,
    unitId,
  );
  await db.database.query(`update account set status = 'down' where id = $1`, [accounts.sms]);
  while ((await rerouteMessages(db.database)) > 0);
  await db.database.query(`update account set status = 'active' where id = $1`, [accounts.sms]);
  expect(await claimOf('sms')).toBeUndefined();
  const claimed = await claim(db.database, other, {
    limit: 2_000,
    channel: 'sms',
    accountMode: 'sandbox',
    factsOf: () => [],
  });
  expect(claimed?.messages).toHaveLength(people);
  await db.database.query('delete from account where id = $1', [other]);
});

test('who claimed a page and died: its messages come back one by one', async () => {
  const claimed = (await claimOf('sms', 400))!;
  await db.database.query(`update claim set lease_until = now() - interval '1 second' where id = $1`, [
    claimed.claimId,
  ]);
  await releaseLeases(db.database, [{ adapter: 'http-batch', keysHoldMs: 3_600_000 }]);
  const taken: string[] = [];
  for (let next = await claimOf('sms'); next; next = await claimOf('sms'))
    taken.push(...next.messages.map(({ id }) => id));
  expect(taken).toHaveLength(people);
  expect(new Set(taken).size).toBe(people);
});

/** A claim of the whole crowd, whose acceptance is kept and not marked yet. */
async function keptAcceptance(): Promise<string[]> {
  await db.database.query(
    `with gone as (delete from outbox where run_id = $1 and account_id = $2 returning *)
     insert into outbox (account_id, lane, run_id, not_before, message_id, message_ids)
     select account_id, lane, run_id, not_before, (array_agg(id))[1], array_agg(id) from gone cross join unnest(message_ids) as id group by 1, 2, 3, 4`,
    [runId, accounts.sms],
  );
  const ids: string[] = [];
  for (let claimed = await claimOf('sms'); claimed; claimed = await claimOf('sms')) {
    await acceptAll(claimed, 'sms');
    if (claimed.messages.length >= 1_000) ids.push(...claimed.messages.map(({ id }) => id));
  }
  expect(ids.length).toBeGreaterThan(1_000);
  return ids;
}
const counted = async (channel: string): Promise<Record<string, number>> => {
  const { rows } = await db.database.query<{ status: string; n: number }>(
    `select split_part(name, ':', 3) as status, sum(n)::int as n from counter where run_id = $1 and name like 'message:' || $2 || ':%' group by 1`,
    [runId, channel],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};

test('a crowd’s acceptance is counted at once and marked later, at the time it was told', async () => {
  const ids = await keptAcceptance();
  expect(await counted('sms')).toEqual({ queued: 0, accepted: people });
  expect(await messagesOf('sms')).toEqual(sorted(ids));
  const { at } = await one<{ at: Date }>(
    `select date_trunc('milliseconds', min(received_at)) as at from receipt where status = 'accepted'`,
  );
  while ((await absorbReceipts(db.database)).absorbed > 0);
  expect(await messagesOf('sms', 'accepted')).toHaveLength(people);
  expect(await one('select min(accepted_at) as at from message where id = $1', ids[0])).toEqual({ at });
  expect(await one('select count(*)::int as n from message where done_at is not null')).toEqual({ n: 0 });
  expect(await one('select count(*)::int as n from inbox')).toEqual({ n: 0 });
  expect(await counted('sms')).toEqual({ queued: 0, accepted: people });
});

test.each([
  ['together', ''],
  ['after its receipt', `update receipt set due_at = due_at + interval '1 hour' where status = 'accepted'`],
])('an acceptance that is taken in %s ends in the same figures', async (_, apart) => {
  const ids = await keptAcceptance();
  await keepReceipts(
    db.database,
    accounts.sms!,
    ids.map((key, n) => ({ key, status: n % 10 === 0 ? 'failed' : 'delivered' })),
  );
  if (apart) await db.database.query(apart);
  while ((await absorbReceipts(db.database)).absorbed > 0);
  await db.database.query('update receipt set due_at = now()');
  while ((await absorbReceipts(db.database)).absorbed > 0);
  const failed = Math.ceil(ids.length / 10);
  expect(await counted('sms')).toEqual({
    queued: 0,
    accepted: people - ids.length,
    failed,
    delivered: ids.length - failed,
  });
  expect(await messagesOf('sms', 'failed')).toHaveLength(failed);
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
  await db.database.query(`update partition set next_due_at = now() - interval '1 second' where run_id = $1`, [runId]);
  await advanceThem();
  const after = await one<{ limit: number; accepted: number }>(
    `select (timers ->> $2)::float8 as limit, (select cauce_ms(accepted_at)::float8 from kept_acceptance where message_id = $3) as accepted
     from member where id = $1`,
    member,
    timer,
    id,
  );
  const { answerMs } = await one<{ answerMs: number }>(
    `select (compiled -> 'delays' -> $2 ->> 'answerMs')::float8 as "answerMs" from revision join run on run.revision_id = revision.id where run.id = $1`,
    runId,
    timer,
  );
  expect(after.limit).toBe(after.accepted + answerMs);
});
