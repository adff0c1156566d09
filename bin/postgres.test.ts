import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPostgresTrouble } from './postgres/trouble.ts';
import { startPostgres } from './postgres.ts';
import { Refusal } from './refusal.ts';
import { freePorts, refuseBusyPorts } from './start/ports.ts';

let dir: string;
let port: number;
const settings = { shared_buffers: '32MB' };

beforeEach(async () => {
  // Closed to others, as root's home is: Postgres runs under another account and must still get in.
  dir = mkdtempSync(path.join(tmpdir(), 'cauce-postgres-'));
  port = (await freePorts(1))[0]!;
});

afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

test('makes a data folder once and finds its data again', async () => {
  const first = await startPostgres({ dir, port, settings });
  await ask(first.url, `create table word as select 'cauce' as text`);
  await first.stop();
  const second = await startPostgres({ dir, port, settings });
  expect(await ask(second.url, 'select text from word')).toEqual([{ text: 'cauce' }]);
  await second.stop();
  expect(statSync(path.join(dir, 'password')).mode & 0o777).toBe(0o600);
});

test('is durable and listens on this machine only', async () => {
  const postgres = await startPostgres({ dir, port, settings });
  const asked = `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses')`;
  const answer = await ask(postgres.url, asked);
  await postgres.stop();
  expect(Object.fromEntries(answer.map((row) => [row['name'], row['setting']]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    listen_addresses: '127.0.0.1',
  });
});

test('comes back by itself after kill -9, with everything that was committed', async () => {
  const postgres = await startPostgres({ dir, port, settings });
  await ask(postgres.url, `create table word as select 'cauce' as text`);
  process.kill(postgres.pid, 'SIGKILL');
  await sleep(300);
  const deadline = Date.now() + 10_000;
  let rows: unknown;
  while (!rows && Date.now() < deadline) {
    rows = await ask(postgres.url, 'select text from word').catch(() => sleep(200));
  }
  await postgres.stop();
  expect(rows).toEqual([{ text: 'cauce' }]);
});

test('removes a pid file whose number now belongs to another process', async () => {
  await (await startPostgres({ dir, port, settings })).stop();
  writeFileSync(path.join(dir, 'data', 'postmaster.pid'), `${process.pid}\n/elsewhere\n`);
  const again = await startPostgres({ dir, port, settings });
  await again.stop();
});

test('refuses a data folder that another Postgres is using', async () => {
  const first = await startPostgres({ dir, port, settings });
  const refusal = await startPostgres({ dir, port: port + 1, settings }).catch((error: unknown) => error);
  await first.stop();
  expectSentence(refusal, path.join(dir, 'data'));
});

test('says in one sentence that the data folder is damaged', async () => {
  await (await startPostgres({ dir, port, settings })).stop();
  const control = path.join(dir, 'data', 'global', 'pg_control');
  writeFileSync(control, Buffer.alloc(statSync(control).size));
  const refusal = await startPostgres({ dir, port, settings }).catch((error: unknown) => error);
  expectSentence(refusal, 'npm run reset');
});

test('says in one sentence that the data folder is of another Postgres', async () => {
  await (await startPostgres({ dir, port, settings })).stop();
  writeFileSync(path.join(dir, 'data', 'PG_VERSION'), '17\n');
  const refusal = await startPostgres({ dir, port, settings }).catch((error: unknown) => error);
  expectSentence(refusal, 'Postgres 17');
});

test('says in one sentence that the disk is full, and leaves no half-made folder', () => {
  const refusal = readPostgresTrouble(
    ['PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device'],
    dir,
  );
  expectSentence(refusal, '1 GB');
  expect(existsSync(path.join(dir, 'data.new'))).toBe(false);
});

test('names who holds a busy port and the variable that chooses another', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  const refusal = await refuseBusyPorts([{ name: 'Postgres', port, variable: 'POSTGRES_PORT' }]).catch(
    (error: unknown) => error,
  );
  squatter.close();
  expectSentence(refusal, `POSTGRES_PORT=${port + 1}`);
  if (process.platform === 'linux') expect((refusal as Refusal).message).toContain(String(process.pid));
});

function expectSentence(refusal: unknown, mentioning: string): void {
  expect(refusal).toBeInstanceOf(Refusal);
  const { message } = refusal as Refusal;
  expect(message).toContain(mentioning);
  expect(message).not.toMatch(/\n| {4}at /);
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
