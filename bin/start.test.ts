import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePorts } from './start/ports.ts';

let folder: string;
let ports: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-start-'));
  const names = [
    'PORT',
    'POSTGRES_PORT',
    'TEMPORAL_PORT',
    'TEMPORAL_UI_PORT',
    'SANDBOX_PORT',
    'SANDBOX_SMTP_PORT',
    'METRICS_PORT',
  ];
  const free = await freePorts(names.length);
  ports = Object.fromEntries(names.map((name, index) => [name, String(free[index])]));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('refuses a busy port in one sentence, before anything is started', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(Number(ports['SANDBOX_PORT']), '127.0.0.1', resolve));
  const { code, err } = await start({});
  squatter.close();
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('SANDBOX_PORT=');
});

test('refuses a Temporal that does not answer in one sentence', async () => {
  const { code, err } = await start({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('TEMPORAL_ADDRESS=127.0.0.1:1');
});

test('refuses a database that does not answer in one sentence', async () => {
  const { code, err } = await start({ DATABASE_URL: 'postgres://cauce@127.0.0.1:1/cauce' });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('DATABASE_URL');
});

test('refuses a folder that cannot be made in one sentence', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const { code, err } = await start({ CAUCE_DIR: path.join(folder, 'file', 'inside') });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('ENOTDIR');
});

test('refuses a setting that cannot be read, naming it', async () => {
  const { code, err } = await start({ PORT: 'a few' });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('PORT');
});

function start(settings: Record<string, string>): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], HOME: folder, CAUCE_DIR: folder, ...ports, ...settings },
  });
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, err })));
}
