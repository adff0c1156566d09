import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '#channels/sandbox/sandbox.ts';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import {
  alarm,
  appoint,
  asked,
  openOffice,
  signed,
  type TestOffice,
  type TestOfficial,
} from '#drizzle/requests/request.fixture.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { openLog } from './log.ts';
import { type TestTemporal, testTemporal } from './test-temporal.ts';
import { type RunningWorker, startWorker } from './worker.ts';

let db: TestDatabase;
let temporal: TestTemporal;
let sandbox: Sandbox;
let worker: RunningWorker;
let office: TestOffice;
let onCall: TestOfficial[];
const folder = mkdtempSync(join(tmpdir(), 'cauce-summons-'));
/** A minute of the policy lasts a second here. */
const minutes = (n: number) => n / 60;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  [db, temporal] = await Promise.all([testDatabase(), testTemporal()]);
  sandbox = await startSandbox({
    dir: folder,
    port: 0,
    smtpPort: 0,
    secret: 'test',
    callbackUrl: 'http://127.0.0.1:9/receipts',
  });
  const { unitId } = await settle(db.database, 10);
  await db.database.query(`update account set settings = $1, secret = 'test'`, [
    { url: `http://127.0.0.1:${sandbox.port}` },
  ]);
  await db.database.query('update unit set summons = $1', [
    { poolMinutes: minutes(3), onCallMinutes: minutes(3), emergencyLapsesMinutes: minutes(14) },
  ]);
  await revise(db.database, unitId, alarm);
  office = await openOffice(db.database, unitId);
  onCall = [
    await appoint(db.database, unitId, 'Ana', ['approver']),
    await appoint(db.database, unitId, 'Bea', ['approver']),
  ];
  const duty = (official: TestOfficial, ring: string, place: number, mobile: string) =>
    db.database.query('insert into duty (unit_id, official_id, ring, place, mobile) values ($1, $2, $3, $4, $5)', [
      unitId,
      official.id,
      ring,
      place,
      mobile,
    ]);
  await duty(office.approver, 'pool', 0, '+34600000901');
  // In the pool as well, but the request is theirs: nobody is called to sign their own.
  await duty(office.author, 'pool', 1, '+34600000902');
  await duty(onCall[0]!, 'on-call', 0, '+34600000903');
  await duty(onCall[1]!, 'on-call', 1, '+34600000904');
  worker = await start();
});
afterAll(async () => {
  worker.stop();
  await worker.done;
  await sandbox.close();
  await Promise.all([db.close(), temporal.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const start = () =>
  startWorker({
    queues: ['conduct', 'dispatch', 'intake'],
    databaseUrl: db.url,
    sandboxUrl: `http://127.0.0.1:${sandbox.port}`,
    temporal: { namespace: 'default', connection: { address: temporal.address } },
    log: openLog('silent'),
  });

type Called = { call: number; who: string; channel: string; after: number };
async function calls(requestId: string): Promise<Called[]> {
  const { rows } = await db.database.query<Called>(
    `select s.call, o.name as who, s.channel, extract(epoch from s.done_at - r.asked_at)::float8 as after
     from summons s join official o on o.id = s.official_id join request r on r.id = s.request_id
     where s.request_id = $1 and s.status = 'accepted' order by s.call, o.name, s.channel`,
    [requestId],
  );
  return rows;
}
const statusOf = async (id: string) =>
  (await db.database.query<{ status: string }>('select status from request where id = $1', [id])).rows[0]?.status;

test('an emergency calls its pool, then the on-call list one after another, through a lost Temporal, and then lapses', async () => {
  const { requestId } = await asked(db.database, office, { slug: 'alarma' });
  while ((await calls(requestId)).length < 3) await sleep(50);
  await temporal.lose();
  while ((await statusOf(requestId)) === 'waiting') await sleep(100);
  // Silence never approves.
  expect(await statusOf(requestId)).toBe('expired');
  const made = await calls(requestId);
  const said = (call: number) => made.filter((one) => one.call === call).map(({ who, channel }) => `${who} ${channel}`);
  expect(said(1)).toEqual(['Ignacio email', 'Ignacio sms', 'Ignacio voice']);
  const later = made.filter(({ call }) => call > 1);
  // However long Temporal was away, nobody of the list is left out, and nobody is called twice for one turn.
  expect(new Set(later.map(({ who }) => who))).toEqual(new Set(['Ignacio', 'Ana', 'Bea']));
  expect(new Set(later.map(({ call, who, channel }) => `${call} ${who} ${channel}`)).size).toBe(later.length);
  expect(made.filter(({ call }) => call === 1).every(({ after }) => after < 3)).toBe(true);
  expect((await db.database.query('select from run')).rowCount).toBe(0);
  const ledger = await (await fetch(`http://127.0.0.1:${sandbox.port}/control/ledger/summary?run=${requestId}`)).json();
  expect(ledger).toMatchObject({ messages: made.length, duplicatedAbout: 0 });
}, 120_000);

test('a signature ends the calls', async () => {
  const request = await asked(db.database, office, { slug: 'alarma' });
  while ((await calls(request.requestId)).length < 3) await sleep(50);
  expect((await signed(db.database, office, request)).ok).toBe(true);
  await sleep(4_000);
  expect(new Set((await calls(request.requestId)).map(({ call }) => call))).toEqual(new Set([1]));
}, 60_000);

test('a call says what is asked, for how many and until when; only the mail has a link', async () => {
  const read = async (where: string) => {
    const answer = await fetch(`http://127.0.0.1:${sandbox.port}/control/${where}`);
    return JSON.stringify(await answer.json());
  };
  const phone = await read(`phones/${encodeURIComponent('+34600000901')}`);
  expect(phone).toMatch(
    /se pide su visto bueno para una EMERGENCIA a 10 personas: Alarma\. Abra Cauce antes de las \d/,
  );
  expect(phone).not.toMatch(/http/);
  const mailbox = await read(`mailboxes/${encodeURIComponent(`${office.approver.id}@ejemplo.invalid`)}`);
  expect(mailbox).toMatch(/Aitana pide su visto bueno para «Alarma»/);
  expect(mailbox).toMatch(/http:\/\/localhost:\d+\/requests\/[0-9a-f-]{36}/);
});
