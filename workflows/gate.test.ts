import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { launchRun } from '#drizzle/queries/launch-run.ts';
import {
  alarm,
  appoint,
  approvedLaunch,
  asked,
  openOffice,
  signed,
  type TestOffice,
} from '#drizzle/requests/request.fixture.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { openLog } from './log.ts';
import { type TestTemporal, testTemporal } from './test-temporal.ts';
import { type RunningWorker, startWorker } from './worker.ts';

// Postgres, Temporal and the workers are real; nobody tells them anything: the relay finds every run in its table.
const people = 30;
let db: TestDatabase;
let temporal: TestTemporal;
let worker: RunningWorker;
let office: TestOffice;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  [db, temporal] = await Promise.all([testDatabase(), testTemporal()]);
  worker = await start();
});
afterAll(async () => {
  worker.stop();
  await worker.done;
  await Promise.all([db.close(), temporal.close()]);
});
beforeEach(async () => {
  const { unitId } = await settle(db.database, people);
  await revise(db.database, unitId, alarm);
  office = await openOffice(db.database, unitId);
});

const start = () =>
  startWorker({
    queues: ['conduct', 'intake'],
    databaseUrl: db.url,
    sandboxUrl: 'http://127.0.0.1:9',
    temporal: { namespace: 'default', connection: { address: temporal.address } },
    log: openLog('silent'),
  });

/** What became of a run once its workflow has looked at it: its status, why, and how many people entered. */
async function outcome(runId: string): Promise<[status: string, why: string | null, people: number]> {
  for (;;) {
    const { rows } = await db.database.query<{ status: string; why: string | null; people: number }>(
      `select status, gate ->> 'code' as why, enrolled as people from run where id = $1`,
      [runId],
    );
    const { status, why, people: entered } = rows[0]!;
    if (why !== null || status === 'open' || status === 'finished') return [status, why, entered];
    await sleep(50);
  }
}

/** As whoever reaches the database itself could write: no trigger of ours stands in their way. */
async function forge(sql: string, ...values: unknown[]): Promise<void> {
  const client = await db.database.connect();
  await client.query('begin; set local session_replication_role = replica');
  await client.query(sql, values);
  await client.query('commit');
  client.release();
}
/** A live run that no signature stands behind, however it got into the table. */
async function unsigned(): Promise<string> {
  const launched = await launchRun(db.database, { unitId: office.unitId, slug: 'alarma', mode: 'live' });
  return launched.ok ? launched.runId : '';
}
/** The run of a request that has not been signed, put there by hand, and the approval that goes with it. */
async function smuggled(who: TestOffice['author'], sign = (hash: string) => who.key.sign(hash)): Promise<string> {
  const { requestId, hash } = await asked(db.database, office, { slug: 'alarma' });
  // Its hour is yet to come while it is forged: the workers are awake.
  const { runId } = await approvedLaunch(db.database, office, {
    slug: 'alarma',
    from: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await forge(
    `insert into approval (request_id, hash, official_id, credential_id, assertion) values ($1, $2, $3, $4, $5)`,
    requestId,
    hash,
    who.id,
    who.key.credentialId,
    sign(hash),
  );
  await forge(`update request set run_id = null, status = 'rejected' where run_id = $1`, runId);
  await forge(`update request set status = 'approved', run_id = $2 where id = $1`, requestId, runId);
  await forge(`update run set request_id = $2, launch_at = null where id = $1`, runId, requestId);
  return runId;
}

test('what another signed begins, and goes on to begin after Temporal lost everything', async () => {
  const first = await approvedLaunch(db.database, office, { slug: 'alarma' });
  expect(await outcome(first.runId)).toEqual(['open', null, people]);
  const request = await asked(db.database, office, { slug: 'alarma' });
  const lost = temporal.lose();
  const decided = await signed(db.database, office, request);
  await lost;
  expect(await outcome(decided.ok ? decided.runId! : '')).toEqual(['open', null, people]);
}, 120_000);

test('a launch past the request is refused, also where its row says that it is approved, or enrolling', async () => {
  expect(await outcome(await unsigned())).toEqual(['refused', 'no-request', 0]);
  for (const status of ['approved', 'enrolling']) {
    const runId = await unsigned();
    await db.database.query(`update run set status = $2, gate = null, finished_at = null where id = $1`, [
      runId,
      status,
    ]);
    expect(await outcome(runId)).toEqual(['refused', 'no-request', 0]);
  }
}, 120_000);

test('the author’s own approval is refused', async () => {
  expect(await outcome(await smuggled(office.author))).toEqual(['refused', 'own-request', 0]);
}, 60_000);

test('a forged approval row is refused: signed by nobody, by another key, or over another hash', async () => {
  const { approver, author } = office;
  const forgeries = [
    (hash: string) => author.key.sign(hash),
    () => approver.key.sign('0'.repeat(64)),
    (hash: string) => approver.key.sign(hash, { verified: false }),
  ];
  for (const sign of forgeries)
    expect(await outcome(await smuggled(approver, sign))).toEqual(['refused', 'signature-invalid', 0]);
  const { requestId } = await asked(db.database, office, { slug: 'alarma' });
  const runId = await unsigned();
  await forge(`update request set status = 'approved', run_id = $2 where id = $1`, requestId, runId);
  await forge(`update run set request_id = $2, status = 'waiting', gate = null where id = $1`, runId, requestId);
  expect(await outcome(runId)).toEqual(['refused', 'no-signature', 0]);
}, 120_000);

test('an edit after the approval is refused: of the words, of the people, of the revision', async () => {
  const edits = [
    [`update request set content = jsonb_set(content, '{texts,es,n2,sms,body}', '"Vuelva"') where id = $1`, 'request'],
    [`update run set audience = '{"any": []}' where id = $1`, 'run'],
    [
      `update revision set document = jsonb_set(document, '{texts,es,n2,sms,body}', '"Vuelva"')
       where id = (select revision_id from run where id = $1)`,
      'run',
    ],
  ] as const;
  for (const [sql, of] of edits) {
    const from = new Date(Date.now() + 3_600_000).toISOString();
    const { requestId, runId } = await approvedLaunch(db.database, office, { slug: 'alarma', from });
    await forge(sql, of === 'run' ? runId : requestId);
    await forge('update run set launch_at = null where id = $1', runId);
    expect(await outcome(runId)).toEqual(['refused', 'request-changed', 0]);
  }
}, 120_000);

test('an audience grown past its tolerance holds the run, which begins once it is signed again', async () => {
  const soon = new Date(Date.now() + 4_000).toISOString();
  const { requestId, runId } = await approvedLaunch(db.database, office, { slug: 'alarma', from: soon });
  await db.database.query(
    `insert into citizen (unit_id, ref, mobile) select $1, 'n' || n, '+34611' || lpad(n::text, 6, '0') from generate_series(1, 7) n`,
    [office.unitId],
  );
  expect(await outcome(runId)).toEqual(['waiting', 'held-people', 0]);
  const { rows } = await db.database.query<{ hash: string; status: string }>(
    'select hash, status from request where id = $1',
    [requestId],
  );
  expect(rows[0]?.status).toBe('waiting');
  expect((await signed(db.database, office, { requestId, hash: rows[0]!.hash })).ok).toBe(true);
  expect(await outcome(runId)).toEqual(['open', null, people + 7]);
}, 120_000);

test('what could not begin in its time, and what a revoked approver signed, is refused', async () => {
  worker.stop();
  await worker.done;
  await db.database.query(`update unit set summons = '{"emergencyLapsesMinutes": 0.03}' where id = $1`, [
    office.unitId,
  ]);
  const late = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await sleep(2_000);
  worker = await start();
  expect(await outcome(late.runId)).toEqual(['refused', 'request-expired', 0]);
  await db.database.query(`update unit set summons = '{}' where id = $1`, [office.unitId]);
  const approver = await appoint(db.database, office.unitId, 'Rosa', ['approver']);
  const soon = new Date(Date.now() + 4_000).toISOString();
  const { runId } = await approvedLaunch(db.database, { ...office, approver }, { slug: 'alarma', from: soon });
  await db.database.query(`delete from official_role where official_id = $1`, [approver.id]);
  expect(await outcome(runId)).toEqual(['refused', 'approver-revoked', 0]);
}, 120_000);
