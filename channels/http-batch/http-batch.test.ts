import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account, Connection, Outcome, Outgoing } from '../channel.ts';
import { sign } from '../signature.ts';
import { httpBatch, type Settings } from './http-batch.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: string } | 'hang' | 'cut';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const message = (n: number): Outgoing => ({
  key: `key-${n}`,
  about: `run/c${n}/n2/1/sms`,
  channel: 'sms',
  to: `+3426000000${n % 10}`,
  text: 'Hola',
  language: 'es',
  lane: 'service',
  class: 'service',
});
const batchOf = (size: number): Outgoing[] => Array.from({ length: size }, (_, n) => message(n));

/** A provider that answers each request as told, and the connection of an account with it. */
async function provider(answer: (keys: string[], request: number) => Answer, given: Partial<Account & Settings> = {}) {
  const requests: { keys: string[]; body: string; authorization?: string }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const keys = (JSON.parse(body) as { messages: Outgoing[] }).messages.map(({ key }) => key);
      requests.push({ keys, body, authorization: request.headers.authorization });
      const said = answer(keys, requests.length);
      if (said === 'cut') response.destroy();
      else if (said !== 'hang') response.writeHead(said.status ?? 200, said.headers).end(said.body ?? accepting(keys));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return { requests, connection: connectTo(`http://127.0.0.1:${port}`, given) };
}

function connectTo(url: string, given: Partial<Account & Settings> = {}): Connection {
  const { mode = 'live', secret = 's3cret old', ...settings } = given;
  return httpBatch.connect({
    id: 'sms-1',
    mode,
    secret,
    settings: httpBatch.settings.parse({ url, timeoutMs: 300, ...settings }),
  });
}

const accepting = (keys: string[]): string =>
  JSON.stringify({ results: keys.map((key) => ({ key, status: 'accepted', reference: `r-${key}` })) });
const kinds = (outcomes: Outcome[]): string[] =>
  outcomes.map((one) => (one.status === 'failed' ? `${one.kind} ${one.code}` : 'accepted'));

describe('handing over a batch', () => {
  it('is one request with the bearer, and one outcome per message in its order', async () => {
    const { requests, connection } = await provider(() => ({}));
    const outcomes = await connection.hand(batchOf(500));
    expect(requests).toHaveLength(1);
    expect(requests[0]?.authorization).toBe('Bearer s3cret');
    expect(outcomes[499]).toEqual({ key: 'key-499', status: 'accepted', reference: 'r-key-499' });
    expect(outcomes.map(({ key }) => key)).toEqual(batchOf(500).map(({ key }) => key));
  });

  it('tells the run and the citizen to the sandbox only', async () => {
    const live = await provider(() => ({}));
    await live.connection.hand(batchOf(2));
    expect(live.requests[0]?.body).not.toContain('run/');
    const sandbox = await provider(() => ({}), { mode: 'sandbox' });
    await sandbox.connection.hand(batchOf(2));
    expect(sandbox.requests[0]?.body).toContain('"about":"run/c1/n2/1/sms"');
  });

  it('sends one message per request where the account says so', async () => {
    const { requests, connection } = await provider(() => ({}), { batch: 1, concurrency: 3 });
    const outcomes = await connection.hand(batchOf(20));
    expect(requests.map(({ keys }) => keys.length)).toEqual(Array.from({ length: 20 }, () => 1));
    expect(outcomes.map(({ key }) => key)).toEqual(batchOf(20).map(({ key }) => key));
  });

  it('reads results in any order, and holds a message without a result for uncertain', async () => {
    const results = [
      { key: 'key-2', status: 'failed', kind: 'throttled', code: 'rate', retryAfterMs: 500 },
      { key: 'key-0', status: 'failed', kind: 'permanent', code: 'unknown-address' },
    ];
    const { connection } = await provider(() => ({ body: JSON.stringify({ results }) }));
    expect(await connection.hand(batchOf(3))).toEqual([
      { key: 'key-0', status: 'failed', kind: 'permanent', code: 'unknown-address' },
      { key: 'key-1', status: 'failed', kind: 'uncertain', code: 'answer-unreadable' },
      { key: 'key-2', status: 'failed', kind: 'throttled', code: 'rate', retryAfterMs: 500 },
    ]);
  });

  it.each<[string, Answer, string]>([
    ['429 asks for time', { status: 429, headers: { 'retry-after': '3' } }, 'throttled http-429'],
    ['503 with a time asks for it', { status: 503, headers: { 'retry-after': '1' } }, 'throttled http-503'],
    ['500 may pass', { status: 500 }, 'temporary http-500'],
    ['401 is the account’s fault, not the message’s', { status: 401 }, 'temporary http-401'],
    ['a hang-up after the request leaves it uncertain', 'cut', 'uncertain und-err-socket'],
    ['silence after the request leaves it uncertain', 'hang', 'uncertain und-err-headers-timeout'],
    ['a page instead of JSON leaves it uncertain', { body: '<html>' }, 'uncertain answer-unreadable'],
  ])('%s', async (_promise, answer, expected) => {
    const { connection } = await provider(() => answer);
    expect(kinds(await connection.hand(batchOf(2)))).toEqual([expected, expected]);
  });

  it('waits as long as the provider asks', async () => {
    const { connection } = await provider(() => ({ status: 429, headers: { 'retry-after': '3' } }));
    expect((await connection.hand(batchOf(1)))[0]).toMatchObject({ retryAfterMs: 3_000 });
  });

  it('finds nobody at home: nothing left', async () => {
    expect(kinds(await connectTo('http://127.0.0.1:9').hand(batchOf(2)))).toEqual([
      'temporary econnrefused',
      'temporary econnrefused',
    ]);
  });

  it('isolates the one message that a provider refuses the whole batch for', async () => {
    const { requests, connection } = await provider((keys) => (keys.includes('key-13') ? { status: 422 } : {}));
    const outcomes = await connection.hand(batchOf(64));
    expect(kinds(outcomes).filter((kind) => kind !== 'accepted')).toEqual(['permanent http-422']);
    expect(outcomes[13]?.status).toBe('failed');
    expect(requests.length).toBeLessThanOrEqual(13);
  });
});

describe('reading a callback', () => {
  const account: Account<Settings> = {
    id: 'sms-1',
    mode: 'live',
    secret: 's3cret',
    settings: httpBatch.settings.parse({ url: 'http://127.0.0.1:9' }),
  };
  const NOW = 1_782_923_400_000;
  const read = (body: string, headers = sign(body, 's3cret', NOW)) =>
    httpBatch.readCallback({ headers, body, url: '/' }, account, NOW);

  it('takes receipts and replies', () => {
    const receipts = [
      { key: 'a', status: 'delivered', at: NOW },
      { reference: 'r', status: 'failed', code: 'full', at: NOW },
    ];
    const replies = [{ id: '1', from: '+34260000000', to: 'AJ', text: '2', at: NOW, reference: 'a' }];
    expect(read(JSON.stringify({ receipts, replies }))).toEqual({ ok: true, receipts, replies });
  });

  it('refuses what is unsigned, not JSON, or lacks a field, and says which', () => {
    expect(read('{}', {})).toEqual({ ok: false, status: 401, problem: 'signature-missing' });
    expect(read('{')).toEqual({ ok: false, status: 400, problem: 'body-not-json' });
    expect(read('{"receipts":[{"key":"a","status":"gone","at":1}]}')).toMatchObject({
      ok: false,
      status: 400,
      problem: expect.stringContaining('receipts.0.status'),
    });
    expect(read('{"receipts":[{"status":"read","at":1}]}')).toMatchObject({ ok: false, status: 400 });
  });
});
