import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { advanceAll, enrolAll, revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { performCalls } from './perform-calls.ts';

type Heard = { path: string; key: string | undefined; body: unknown };
let db: TestDatabase;
let unitId: string;
let server: Server;
let port: number;
let heard: Heard[] = [];
let answer: (heard: Heard, times: number) => { status: number; body?: unknown; headers?: Record<string, string> };

beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 3));
  server = createServer(
    (request, response) =>
      void hear(request).then(({ status, headers, body }) =>
        response.writeHead(status, headers).end(body === undefined ? '' : JSON.stringify(body)),
      ),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  await revise(db.database, unitId, journey);
});
afterAll(async () => {
  server.close();
  await db.close();
});
beforeEach(async () => {
  heard = [];
  answer = () => ({ status: 200, body: { result: { grant: 120 } } });
  await db.database.query('delete from endpoint');
});

const journey = {
  cauce: 1,
  slug: 'consulta',
  title: 'Consulta',
  variables: [{ name: 'grant', type: 'number' }],
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'call',
      config: {
        endpoint: 'becas',
        path: '/grants/{{ citizen.ref }}',
        send: ['citizen.ref', 'citizen.mobile'],
        answers: { grant: 'result.grant' },
        retries: 2,
      },
    },
    { id: 'n3', kind: 'end', config: { outcome: 'known' } },
    { id: 'n4', kind: 'end', config: { outcome: 'unknown' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'success', to: 'n3' },
    { from: 'n2', port: 'failed', to: 'n4' },
  ],
};

test('the answer fills the variables and the member goes on', async () => {
  const { runId, endpointId, partitions } = await ask();
  expect(await make(endpointId)).toEqual({ made: 3, nextAt: null });
  await advanceAll(db.database, partitions);
  expect(await ends(runId)).toEqual([{ outcome: 'known', grant: 120, n: 3 }]);
  expect(heard.map(({ path }) => path).sort()).toEqual(['/api/grants/c1', '/api/grants/c2', '/api/grants/c3']);
  expect(heard[0]?.body).toMatchObject({ citizen: { ref: expect.any(String), mobile: expect.any(String) } });
  expect(new Set(heard.map(({ key }) => key)).size).toBe(3);
});

test('a call that fails for a while is made again under the same key, then given up', async () => {
  answer = ({ path }, times) =>
    path.endsWith('c1') && times > 1 ? { status: 200, body: { result: { grant: 1 } } } : { status: 503 };
  const { runId, endpointId, partitions } = await ask();
  for (let i = 0; i < 8; i++) {
    await make(endpointId);
    await db.database.query(`update call set not_before = null where status = 'queued'`);
    await db.database.query('update endpoint set open_until = null');
  }
  await advanceAll(db.database, partitions);
  expect(await ends(runId)).toEqual([
    { outcome: 'known', grant: 1, n: 1 },
    { outcome: 'unknown', grant: null, n: 2 },
  ]);
  const keys = heard.map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
  expect(heard.length).toBe(2 + 3 + 3);
});

test('after five failures in a row the other system is left alone for a while', async () => {
  answer = () => ({ status: 500 });
  const { endpointId } = await ask();
  for (let i = 0; i < 6; i++) {
    await make(endpointId);
    await db.database.query(`update call set not_before = null where status = 'queued'`);
  }
  expect((await make(endpointId)).nextAt).toBeGreaterThan(Date.now() + 20_000);
  const before = heard.length;
  await make(endpointId);
  expect(heard.length).toBe(before);
});

test('a refusal, a redirect and an answer that is no JSON are failures at once', async () => {
  answer = ({ path }) =>
    path.endsWith('c1')
      ? { status: 404 }
      : path.endsWith('c2')
        ? { status: 302, headers: { location: 'http://169.254.169.254/' } }
        : { status: 200 };
  const { runId, endpointId } = await ask();
  await make(endpointId);
  const { rows } = await db.database.query(
    `select i.data ->> 'reason' as reason from inbox i join member m on m.id = i.member_id where m.run_id = $1 order by 1`,
    [runId],
  );
  expect(rows.map(({ reason }) => reason)).toEqual(['http-404', 'redirect', 'unreadable-answer']);
  expect(heard).toHaveLength(3);
});

test('a live endpoint never reaches this machine, neither by number nor by name', async () => {
  for (const host of ['127.0.0.1', 'localhost']) {
    const { endpointId, runId } = await ask({ mode: 'live', run: 'live', url: `https://${host}:${port}` });
    await make(endpointId);
    const { rows } = await db.database.query(
      `select distinct i.data ->> 'reason' as reason from inbox i join member m on m.id = i.member_id where m.run_id = $1`,
      [runId],
    );
    expect(rows).toEqual([{ reason: 'forbidden-address' }]);
    await db.database.query('delete from endpoint');
  }
  expect(heard).toEqual([]);
});

test('a drill never calls a live system, even if one of its calls was put there', async () => {
  const { endpointId } = await ask();
  await db.database.query(`update endpoint set mode = 'live' where id = $1`, [endpointId]);
  expect(await make(endpointId)).toEqual({ made: 0, nextAt: null });
  expect(heard).toEqual([]);
});

test('the contact of somebody protected is not told, and nothing is asked about the dead', async () => {
  await db.database.query(`update citizen set protected = true where ref = 'c1'`);
  const { endpointId } = await ask();
  await db.database.query(`update citizen set deceased = true where ref = 'c2'`);
  await make(endpointId);
  await db.database.query(`update citizen set protected = false, deceased = false`);
  expect(heard.map(({ path }) => path).sort()).toEqual(['/api/grants/c1', '/api/grants/c3']);
  expect(heard.find(({ path }) => path.endsWith('c1'))?.body).toEqual({ citizen: { ref: 'c1', mobile: null } });
});

test('a value cannot lead the call to another path', async () => {
  await db.database.query(`update citizen set ref = '..' where ref = 'c1'`);
  await db.database.query(`update citizen set ref = '../admin?x=1#' where ref = 'c2'`);
  const { endpointId } = await ask();
  await make(endpointId);
  await db.database.query(`update citizen set ref = 'c1' where ref = '..'`);
  await db.database.query(`update citizen set ref = 'c2' where ref like '%admin%'`);
  expect(heard.map(({ path }) => path).sort()).toEqual(['/api/grants/..%2Fadmin%3Fx%3D1%23', '/api/grants/c3']);
});

async function ask(some: { mode?: string; run?: 'live' | 'drill'; url?: string } = {}) {
  const { rows } = await db.database.query<{ id: number }>(
    `insert into endpoint (unit_id, slug, url, mode) values ($1, 'becas', $2, $3) returning id`,
    [unitId, some.url ?? `http://127.0.0.1:${port}/api`, some.mode ?? 'sandbox'],
  );
  const enrolled = await enrolAll(db.database, { unitId, slug: 'consulta', mode: some.run ?? 'drill' });
  await advanceAll(db.database, enrolled.partitions);
  return { ...enrolled, endpointId: rows[0]?.id ?? 0 };
}

const make = (endpointId: number) =>
  performCalls(db.database, endpointId, { signal: new AbortController().signal, beat: () => undefined });

async function ends(runId: string) {
  const { rows } = await db.database.query(
    `select outcome, (vars ->> 'grant')::int as grant, count(*)::int as n from member where run_id = $1 group by 1, 2 order by 1`,
    [runId],
  );
  return rows;
}

async function hear(request: IncomingMessage) {
  let text = '';
  for await (const piece of request) text += piece;
  const key = request.headers['idempotency-key'];
  const one: Heard = {
    path: request.url ?? '',
    key: typeof key === 'string' ? key : undefined,
    body: text === '' ? undefined : JSON.parse(text),
  };
  heard.push(one);
  return answer(one, heard.filter(({ key: other }) => other === one.key).length);
}
