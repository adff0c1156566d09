import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account, Callback, Outcome, Outgoing, Receipt, Reply } from '../channel.ts';
import { httpBatch, type Settings } from '../http-batch/http-batch.ts';
import { startSandbox } from './sandbox.ts';

const SECRET = 'test-secret';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('the sandbox gateway', () => {
  it('plays each kind of recipient by its address', async () => {
    const { hand, told } = await stage();
    const outcomes = await hand(
      ['00', '81', '85', '90', '91', '92', '93', '95', '96', '99'].map((end) => message(end)),
    );
    expect(kinds(outcomes)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'permanent',
      'accepted',
      'temporary',
      'throttled',
      'accepted',
      'accepted',
      'temporary',
    ]);
    await until(() => told.receipts.length >= 7 && told.replies.length >= 1);
    const of = (end: string) => told.receipts.filter(({ key }) => key === `key-${end}`).map(({ status }) => status);
    expect([of('00'), of('85'), of('91'), of('95'), of('96')]).toEqual([
      ['delivered'],
      ['delivered', 'read'],
      ['failed'],
      [],
      ['delivered', 'delivered'],
    ]);
    expect(told.replies).toMatchObject([{ from: '+34260000081', to: 'AJTORRENT', text: '1', reference: 'key-81' }]);
    expect(kinds(await hand([message('92'), message('93'), message('99')]))).toEqual([
      'accepted',
      'accepted',
      'temporary',
    ]);
  });

  it('answers a repeated key with its first result, delivers it once, and notes every attempt', async () => {
    const { hand, told, control } = await stage();
    await hand([message('00'), message('90')]);
    expect(kinds(await hand([message('00'), message('90')]))).toEqual(['accepted', 'permanent']);
    await until(() => told.receipts.length === 1);
    await pause(150);
    expect(told.receipts).toHaveLength(1);
    expect(await control('GET', 'ledger/summary?run=run-1')).toMatchObject({
      messages: 2,
      distinctAbout: 2,
      duplicatedAbout: 0,
      attempts: 4,
      byStatus: { accepted: 1, refused: 1, repeated: 2 },
    });
  });

  it('counts a message handed over under two keys as a duplicate', async () => {
    const { hand, control } = await stage();
    await hand([message('00'), { ...message('00'), key: 'another-key' }]);
    expect(await control('GET', 'ledger/summary?run=run-1')).toMatchObject({
      messages: 2,
      distinctAbout: 1,
      duplicatedAbout: 1,
    });
  });

  it('tells an early recipient’s receipt before it answers', async () => {
    const { hand, told } = await stage();
    await hand([message('98')]);
    expect(told.receipts).toMatchObject([{ key: 'key-98', status: 'delivered' }]);
  });

  it('repeats a callback until it is answered with 2xx', async () => {
    const { hand, told } = await stage();
    told.status = 500;
    await hand([message('00')]);
    await until(() => told.requests >= 2);
    told.status = 204;
    await until(() => told.receipts.length === 1);
  });

  it('says which receipts a run still has coming', async () => {
    const { hand, told, control } = await stage({ delayScale: 0.2 });
    await hand([message('00'), message('91')]);
    const pending = (await control('GET', 'pending?run=run-1')) as { count: number; earliestAt: number };
    expect(pending.count).toBe(2);
    expect(pending.earliestAt).toBeGreaterThan(Date.now());
    await until(() => told.receipts.length === 2);
    await until(async () => ((await control('GET', 'pending?run=run-1')) as { count: number }).count === 0);
  });

  it('behaves by chance as often as the profile says, the same for the same keys', async () => {
    const profile = { delivered: 0.9, failed: 0.1, replies: { '2': 0.5 }, delayMs: { min: 0, max: 100 } };
    const { hand, told } = await stage({ profile, delayScale: 0.01 });
    await hand(Array.from({ length: 500 }, (_, n) => ({ ...message('00'), key: `chance-${n}` })));
    await until(() => told.receipts.length === 500 && told.replies.length > 150);
    const failed = told.receipts.filter(({ status }) => status === 'failed').length;
    expect(failed).toBeGreaterThan(25);
    expect(failed).toBeLessThan(80);
    expect(new Set(told.replies.map(({ text }) => text))).toEqual(new Set(['2']));
  });

  it('shows a phone’s messages, and takes what somebody types there to the account that wrote last', async () => {
    const { hand, told, control } = await stage();
    await hand([message('95')]);
    expect(await control('GET', 'phones?search=0095')).toMatchObject({
      total: 1,
      threads: [{ address: '+34260000095', last: { text: 'Hola' } }],
    });
    await control('POST', `phones/${encodeURIComponent('+34260000095')}/reply`, { text: ' 2 ' });
    await until(() => told.replies.length === 1);
    expect(told.replies[0]).toMatchObject({ from: '+34260000095', to: 'AJTORRENT', text: '2', reference: 'key-95' });
    const thread = (await control('GET', 'phones/%2B34260000095')) as { messages: { direction: string }[] };
    expect(thread.messages.map(({ direction }) => direction)).toEqual(['out', 'in']);
  });

  it('plays outages', async () => {
    const { hand, control } = await stage();
    await control('PUT', 'accounts/sms-1', { down: '500' });
    expect(kinds(await hand([message('00')]))).toEqual(['temporary']);
    await control('PUT', 'accounts/sms-1', { down: true });
    expect(kinds(await hand([message('00')]))).toEqual(['uncertain']);
    await control('PUT', 'accounts/sms-1', { down: false });
    expect(kinds(await hand([message('00')]))).toEqual(['accepted']);
  });

  it('refuses a wrong secret, and pages of other machines', async () => {
    const { hand, port } = await stage({}, 'wrong');
    expect((await hand([message('00')]))[0]).toMatchObject({ kind: 'temporary', code: 'http-401' });
    const foreign = await fetch(`http://127.0.0.1:${port}/control/phones`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('keeps its keys, its count and its untold receipts when it is killed', { timeout: 120_000 }, async () => {
    const dir = freshDir();
    const told = await sink();
    told.status = 500;
    const first = await spawnGateway(dir, told.url);
    await first.control('PUT', 'accounts/sms-1', { delayScale: 0.01 });
    await first.hand([message('00'), message('90'), message('81')]);
    await until(() => told.requests > 0);
    first.child.kill('SIGKILL');
    told.status = 204;
    const second = await spawnGateway(dir, told.url);
    expect(kinds(await second.hand([message('00'), message('90')]))).toEqual(['accepted', 'permanent']);
    await until(() => told.receipts.length === 2 && told.replies.length === 1);
    expect(await second.control('GET', 'ledger/summary?run=run-1')).toMatchObject({
      messages: 3,
      distinctAbout: 3,
      attempts: 5,
    });
    second.child.kill('SIGKILL');
    const third = await spawnGateway(dir, told.url);
    await pause(300);
    expect(told.receipts).toHaveLength(2);
    expect(await third.control('GET', 'ledger/summary?run=run-1')).toMatchObject({
      attempts: 5,
      told: { delivered: 2, reply: 1 },
    });
  });
});

const message = (end: string): Outgoing => ({
  key: `key-${end}`,
  about: `run-1/c${end}/n2/1/sms`,
  channel: 'sms',
  to: `+342600000${end}`,
  from: 'AJTORRENT',
  text: 'Hola',
  language: 'es',
  lane: 'service',
  class: 'service',
});

const kinds = (outcomes: Outcome[]): string[] =>
  outcomes.map((one) => (one.status === 'failed' ? one.kind : 'accepted'));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1_000; i++) {
    if (await reached()) return;
    await pause(25);
  }
  throw new Error('not reached within 25 s');
}

function freshDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A gateway on free ports, an account on it with hurried delays, and what it tells. */
async function stage(settings: object = {}, secret = SECRET) {
  const told = await sink();
  const sandbox = await startSandbox({ dir: freshDir(), port: 0, smtpPort: 0, secret: SECRET, callbackUrl: told.url });
  closers.push(sandbox.close);
  const { hand, control } = reach(sandbox.port, secret);
  await control('PUT', 'accounts/sms-1', { delayScale: 0.01, ...settings });
  return { hand, control, told, port: sandbox.port };
}

function reach(port: number, secret = SECRET) {
  const url = `http://127.0.0.1:${port}`;
  const account: Account<Settings> = {
    id: 'sms-1',
    mode: 'sandbox',
    secret,
    settings: httpBatch.settings.parse({ url }),
  };
  const connection = httpBatch.connect(account);
  closers.push(connection.close);
  return {
    hand: (batch: Outgoing[]) => connection.hand(batch),
    control: async (method: string, path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`${url}/control/${path}`, { method, body: body && JSON.stringify(body) });
      expect(response.ok).toBe(true);
      return response.json();
    },
  };
}

/** Cauce's receipt door, as far as the gateway can tell: reads signed callbacks and keeps what it was told. */
async function sink() {
  const told = { url: '', status: 204, requests: 0, receipts: [] as Receipt[], replies: [] as Reply[] };
  const account = {
    id: 'sms-1',
    mode: 'sandbox' as const,
    secret: SECRET,
    settings: httpBatch.settings.parse({ url: 'http://127.0.0.1:9' }),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      told.requests++;
      const callback: Callback = { headers: request.headers as Callback['headers'], body, url: request.url ?? '' };
      const read = httpBatch.readCallback(callback, account, Date.now());
      response.writeHead(read.ok ? told.status : read.status).end();
      if (!read.ok || told.status !== 204 || request.url !== '/in/sms-1') return;
      told.receipts.push(...read.receipts);
      told.replies.push(...read.replies);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => server.close().closeAllConnections());
  told.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  return told;
}

async function spawnGateway(
  dir: string,
  callbackUrl: string,
): Promise<ReturnType<typeof reach> & { child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'channels/sandbox/sandbox.ts'], {
    env: {
      ...process.env,
      SANDBOX_DIR: dir,
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_SECRET: SECRET,
      CALLBACK_URL: callbackUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closers.push(() => child.kill('SIGKILL'));
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
  );
  return { child, ...reach(Number(/127\.0\.0\.1:(\d+)/.exec(line)?.[1])) };
}
