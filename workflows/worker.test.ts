import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readEvents } from '#channels/http-batch/read-callback.ts';
import { type Sandbox, startSandbox } from '#channels/sandbox/sandbox.ts';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { keepReceipts } from '#drizzle/crowd/keep-receipts.ts';
import { launchRun } from '#drizzle/queries/launch-run.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { inheritedEnvironment } from '#env';
import { type TestTemporal, testTemporal } from './test-temporal.ts';

// Everything here is real: Postgres, Temporal, the worker as its own process, and the sandbox gateway with its ledger.
const people = 3_000;
let db: TestDatabase;
let temporal: TestTemporal;
let sandbox: Sandbox;
let receipts: Server;
let unitId: string;
let worker: ChildProcess | undefined;
const folder = mkdtempSync(join(tmpdir(), 'cauce-worker-'));
const metricsPort = 40_000 + (process.pid % 20_000);
/** All that every worker wrote, on either stream. */
const logged: Buffer[] = [];
/** What the invented people are called, and how they are reached. */
const personal = /Nombre|Apellido|ejemplo\.invalid|(?:\+34|\b)6000\d{5}/;

beforeAll(async () => {
  [db, temporal] = await Promise.all([testDatabase(), testTemporal()]);
  receipts = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on(
      'end',
      () => void takeReceipts(request.url ?? '', body).then((status) => response.writeHead(status).end()),
    );
  }).listen(0, '127.0.0.1');
  await once(receipts, 'listening');
  const callbackUrl = `http://127.0.0.1:${portOf(receipts)}/receipts`;
  sandbox = await startSandbox({ dir: folder, port: 0, smtpPort: 0, secret: 'test', callbackUrl });
  ({ unitId } = await settle(db.database, people));
  await db.database.query(`update account set settings = $1, secret = 'test'`, [
    { url: `http://127.0.0.1:${sandbox.port}` },
  ]);
  await db.database.query('update unit set request_above = $1', [people]);
  await revise(db.database, unitId, notice);
  await revise(db.database, unitId, weeks);
  worker = startWorker();
});
afterEach(() => expect(worker?.exitCode).toBeNull());
afterAll(async () => {
  await stopped('SIGTERM');
  await sandbox.close();
  receipts.close();
  await Promise.all([db.close(), temporal.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const notice = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms', leave: { seconds: 15 }, answer: { seconds: 10 } },
          { id: 'email', channel: 'email', answer: { seconds: 20 } },
        ],
      },
    },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n4', kind: 'end', config: { outcome: 'nobody' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n4' },
  ],
  texts: {
    es: { n2: { sms: { body: 'Hola, {{ citizen.givenName }}' }, email: { subject: 'Aviso', body: 'Hola' } } },
  },
};

const ladder = {
  rungs: [
    { id: 'sms', channel: 'sms', leave: { minutes: 10 }, answer: { hours: 12 } },
    { id: 'email', channel: 'email', answer: { hours: 12 } },
  ],
};
const weeks = {
  ...notice,
  slug: 'semanas',
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'notify', config: ladder },
    { id: 'n3', kind: 'wait', config: { until: { for: 'duration', duration: { days: 60 } } } },
    { id: 'n4', kind: 'notify', config: ladder },
    { id: 'n5', kind: 'end', config: { outcome: 'reached' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
    { from: 'n3', port: 'done', to: 'n4' },
    { from: 'n4', port: 'reached', to: 'n5' },
    { from: 'n4', port: 'nobody', to: 'n5' },
  ],
  texts: { es: { n2: notice.texts.es.n2, n4: notice.texts.es.n2 } },
};

test('a launched run is lived to its end by the relay alone, with nobody telling it anything', async () => {
  const runId = await launch();
  await finished(runId);
  expect(await ledger(runId)).toMatchObject({ duplicatedAbout: 0 });
  expect(await outcomes(runId)).toBe(people);
}, 120_000);

test('the worker is killed in the middle and another goes on within thirty seconds; nobody is lost or written to twice', async () => {
  const runId = await launch();
  await someHanded(runId);
  await stopped('SIGKILL');
  const killedAt = Date.now();
  const before = await accepted(runId);
  worker = startWorker();
  while ((await accepted(runId)) === before && !(await isFinished(runId))) await sleep(100);
  expect(Date.now() - killedAt).toBeLessThan(30_000);
  await finished(runId);
  expect(await ledger(runId)).toMatchObject({ duplicatedAbout: 0 });
  expect(await outcomes(runId)).toBe(people);
}, 180_000);

test('Temporal loses everything in the middle and is rebuilt from Postgres', async () => {
  const runId = await launch();
  await someHanded(runId);
  await temporal.lose();
  await finished(runId);
  expect(await ledger(runId)).toMatchObject({ duplicatedAbout: 0 });
  expect(await outcomes(runId)).toBe(people);
}, 180_000);

test('sixty days of a drill pass in seconds, and its clock overtakes neither a message nor a receipt', async () => {
  const day = 86_400_000;
  const startsAt = Date.UTC(2026, 8, 1, 10);
  const launched = await launchRun(db.database, {
    unitId,
    slug: 'semanas',
    mode: 'drill',
    clock: { startsAt, scale: 300_000 },
  });
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  await finished(launched.runId);
  const { rows } = await db.database.query<{ node: string; rung: string; first: number; last: number; n: number }>(
    `select node, rung, extract(epoch from min(queued_at) - $2::timestamptz)::float8 / 86400 as first,
            extract(epoch from max(queued_at) - $2::timestamptz)::float8 / 86400 as last, count(*)::int as n
     from message where run_id = $1 group by 1, 2 order by 1, 2`,
    [launched.runId, new Date(startsAt).toISOString()],
  );
  const sms = rows.filter(({ rung }) => rung === 'sms');
  expect(sms.map(({ node, n }) => [node, n])).toEqual([
    ['n2', people],
    ['n4', people],
  ]);
  // Whoever is delivered waits sixty days from then; whoever is not falls to e-mail within the limits, and waits from there.
  expect(sms[0]?.last).toBeLessThan(0.1);
  expect(sms[1]?.first).toBeGreaterThanOrEqual(60);
  expect(sms[1]?.last).toBeLessThan(60 + 3);
  // By the run's clock 97 of 100 phones answer in seconds: a clock that ran ahead would send them all to e-mail.
  expect(rows.find(({ node, rung }) => node === 'n2' && rung === 'email')?.n).toBeLessThan(people * 0.06);
  const { clock } = await one<{ clock: Date }>('select clock_at as clock from run where id = $1', launched.runId);
  expect(clock.getTime()).toBeLessThan(startsAt + 66 * day);
}, 180_000);

test('no line of the log and no figure holds a name, a phone, an e-mail address or a citizen', async () => {
  const { rows } = await db.database.query<{ id: string }>('select id from citizen limit 50');
  const log = Buffer.concat(logged).toString('utf8');
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  // What is looked at is what was written: the workers said that they started, and what they did was counted.
  expect(log.match(/"worker started"/g)?.length).toBeGreaterThan(0);
  expect(metrics).toContain('cauce_activity_seconds_count{type="drainAccount"');
  for (const text of [log, metrics]) {
    expect(text).not.toMatch(personal);
    for (const { id } of rows) expect(text).not.toContain(id);
  }
});

test('no history holds a name, a phone, an e-mail address or a citizen', async () => {
  const people_ = await db.database.query<{ id: string }>('select id from citizen limit 50');
  let read = 0;
  for await (const { workflowId, runId } of temporal.client.workflow.list()) {
    const history = await temporal.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const text = readable(history);
    expect(text).not.toMatch(personal);
    for (const { id } of people_.rows) expect(text).not.toContain(id);
    read++;
  }
  expect(read).toBeGreaterThan(4);
}, 60_000);

async function launch(): Promise<string> {
  const launched = await launchRun(db.database, { unitId, slug: 'aviso', mode: 'live' });
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  return launched.runId;
}

async function takeReceipts(url: string, body: string): Promise<number> {
  const read = readEvents(body);
  if (!read.ok) return read.status;
  await keepReceipts(db.database, Number(url.split('/').at(-1)), read.receipts);
  return 204;
}

function startWorker(): ChildProcess {
  const process_ = spawn(process.execPath, ['--import', 'tsx', 'workflows/worker.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inheritedEnvironment(),
      DATABASE_URL: db.url,
      TEMPORAL_ADDRESS: temporal.address,
      SANDBOX_PORT: String(sandbox.port),
      METRICS_PORT: String(metricsPort),
      CAUCE_DIR: folder,
      LOG_LEVEL: 'trace',
    },
  });
  process_.stdout.on('data', (piece: Buffer) => logged.push(piece));
  process_.stderr.on('data', (piece: Buffer) => logged.push(piece));
  return process_;
}

async function stopped(signal: NodeJS.Signals): Promise<void> {
  if (!worker) return;
  const gone = once(worker, 'exit');
  worker.kill(signal);
  await gone;
  if (signal === 'SIGTERM') expect(worker.exitCode).toBe(0);
}

const one = async <T>(sql: string, ...values: unknown[]) =>
  (await db.database.query(sql, values)).rows[0] as T & Record<string, unknown>;
const isFinished = async (runId: string) =>
  (await one<{ status: string }>('select status from run where id = $1', runId)).status === 'finished';
const outcomes = async (runId: string) =>
  (await one<{ n: number }>(`select sum(n)::int as n from counter where run_id = $1 and name like 'outcome:%'`, runId))
    .n;
const accepted = async (runId: string) =>
  (
    await one<{ n: number }>(
      `select count(*)::int as n from message where run_id = $1 and accepted_at is not null`,
      runId,
    )
  ).n;

async function finished(runId: string): Promise<void> {
  while (!(await isFinished(runId))) await sleep(200);
}
async function someHanded(runId: string): Promise<void> {
  while ((await accepted(runId)) === 0) await sleep(20);
}
async function ledger(runId: string): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${sandbox.port}/control/ledger/summary?run=${runId}`);
  return answer.json();
}
/** A history as text, payloads included; without the nanoseconds of its times, nine digits that may look like a phone's. */
function readable(history: unknown): string {
  return JSON.stringify(history, (key, value: unknown) => {
    if (key === 'nanos') return undefined;
    return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
