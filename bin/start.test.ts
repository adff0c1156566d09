import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#drizzle/test-database.ts';
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
  // Its database was being made meanwhile: that ended first, and left nothing half made.
  expect(existsSync(path.join(folder, 'postgres', 'data.new'))).toBe(false);
});

test('refuses a database that does not answer in one sentence', async () => {
  const { code, err } = await start({ DATABASE_URL: 'postgres://cauce@127.0.0.1:1/cauce' });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('DATABASE_URL');
});

test('refuses a database that a newer version wrote, and one that is somebody else’s, in one sentence', async () => {
  const newer = await testDatabase();
  await newer.database.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at) select 'x' || g, 1 from generate_series(1, 500) g`,
  );
  const refusedNewer = await start({ DATABASE_URL: newer.url });
  await newer.database.query('drop schema drizzle cascade');
  const refusedForeign = await start({ DATABASE_URL: newer.url });
  await newer.close();
  for (const { code, err } of [refusedNewer, refusedForeign]) {
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).not.toMatch(/\bat /);
  }
  expect(refusedNewer.err).toMatch(/newer version/);
  expect(refusedForeign.err).toMatch(/already exists/);
}, 90_000);

test('refuses a damaged data folder in one sentence, and leaves it as it is', async () => {
  mkdirSync(path.join(folder, 'postgres', 'data', 'base'), { recursive: true });
  const { code, err } = await start({});
  expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
  expect(err).toContain('npm run reset');
  expect(readdirSync(path.join(folder, 'postgres', 'data'))).toEqual(['base']);
});

// Only root may make a disk that is full.
test.skipIf(!mayMount())('refuses a full disk in one sentence, and leaves no half-made folder', async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder]);
  try {
    const { code, err } = await start({});
    expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
    expect(err).toContain('1 GB');
    expect(readdirSync(path.join(folder, 'postgres')).filter((name) => name.startsWith('data'))).toEqual([]);
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
});

for (const [name, signal] of [
  ['Ctrl-C', 'SIGINT'],
  ['kill -9 of the supervisor', 'SIGKILL'],
] as const)
  test(`${name} leaves nothing running`, async () => {
    const child = spawn(process.execPath, ['bin/start.mjs', '--dev'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment({}),
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const kept = () => runPids(path.join(folder, 'run.json'));
    await until(() => {
      if (child.exitCode !== null) throw new Error(`it ended: ${err}`);
      return alive(kept()['postgres']) && alive(kept()['sandbox']);
    }, 60_000);
    const pids = Object.values(kept());
    child.kill(signal);
    expect(await gone).toBe(signal === 'SIGINT' ? 0 : null);
    await until(() => !pids.some(alive), 45_000);
    expect(existsSync(path.join(folder, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  }, 180_000);

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

const environment = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PATH: process.env['PATH'],
  HOME: homedir(),
  TEMPORAL_CLI: process.env['TEMPORAL_CLI'],
  CAUCE_DIR: folder,
  ...ports,
  ...settings,
});

/** In development, so that no test ever builds in the repository's own `.next`. */
function start(settings: Record<string, string>): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, ['bin/start.mjs', '--dev'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(settings),
  });
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, err })));
}

function mayMount(): boolean {
  const place = mkdtempSync(path.join(tmpdir(), 'cauce-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function runPids(file: string): Record<string, number> {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pids: Record<string, number> }).pids;
  } catch {
    return {};
  }
}

function alive(pid: number | undefined): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean, withinMs: number): Promise<void> {
  for (const deadline = Date.now() + withinMs; !holds(); await sleep(100))
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms`);
}
