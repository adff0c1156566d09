import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Kept, StartFailure, type Supervisor, supervise } from './supervisor.ts';

let folder: string;
let supervisor: Supervisor;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-supervisor-'));
  supervisor = supervise({ logFolder: folder });
});

afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('restarts a process that dies, within five seconds', async () => {
  await supervisor.start(node('worker', 'setInterval(() => {}, 1000)'));
  const first = supervisor.pids().worker!;
  process.kill(first, 'SIGKILL');
  await until(() => alive(supervisor.pids().worker) && supervisor.pids().worker !== first, 5_000);
  expect(alive(first)).toBe(false);
});

test('goes on restarting a process that keeps dying, at most five seconds apart', async () => {
  const log = path.join(folder, 'lives');
  const script = `require('node:fs').appendFileSync(${JSON.stringify(log)}, 'x'); setTimeout(() => process.exit(1), 100)`;
  await supervisor.start(node('worker', script));
  await until(() => readFileSync(log, 'utf8').length >= 4, 8_000);
});

test('stops in reverse order and waits for each', async () => {
  const log = path.join(folder, 'order');
  const farewell = (name: string) =>
    `process.on('SIGTERM', () => setTimeout(() => { require('node:fs').appendFileSync(${JSON.stringify(log)}, '${name} '); process.exit(0); }, 200)); setInterval(() => {}, 1000); console.log('up')`;
  for (const name of ['postgres', 'temporal', 'web']) await supervisor.start(speaking(node(name, farewell(name))));
  const pids = Object.values(supervisor.pids());
  await supervisor.stop();
  expect(readFileSync(log, 'utf8').trim()).toBe('web temporal postgres');
  expect(pids.filter(alive)).toEqual([]);
});

test('kills what does not want to stop', async () => {
  const deaf = node('web', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')`);
  await supervisor.start({ ...speaking(deaf), stopWithinMs: 300 });
  const pid = supervisor.pids().web!;
  await supervisor.stop();
  expect(alive(pid)).toBe(false);
});

test('says the last words of what dies at start', async () => {
  const failing = {
    ...node('worker', `console.error('no table named run'); process.exit(3)`),
    ready: async () => false,
  };
  const failure = await supervisor.start(failing).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailure);
  expect((failure as StartFailure).lastWords).toEqual(['no table named run']);
  expect(supervisor.pids()).toEqual({});
});

test('reports a command that does not exist instead of waiting for it', async () => {
  const failure = await supervisor
    .start({ ...node('temporal', ''), command: '/no/such/binary', ready: async () => false })
    .catch((error: unknown) => error);
  expect((failure as StartFailure).lastWords.join(' ')).toContain('ENOENT');
});

test('leaves nothing behind when it is killed itself, grandchildren included', async () => {
  const script = `
    import { supervise } from ${JSON.stringify(path.resolve('bin/supervisor.ts'))};
    const kept = supervise({ logFolder: ${JSON.stringify(folder)} });
    const family = "const c = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); console.log('child ' + c.pid); setInterval(() => {}, 1000)";
    await kept.start({ name: 'worker', command: process.execPath, args: ['-e', family], ready: async () => true });
    console.log('pid ' + kept.pids().worker);
    setInterval(() => {}, 1000);`;
  const outer = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'pipe' });
  let said = '';
  outer.stdout.on('data', (text: Buffer) => (said += text.toString()));
  outer.stderr.on('data', (text: Buffer) => (said += text.toString()));
  await until(() => said.includes('pid '), 20_000);
  const worker = Number(/pid (\d+)/.exec(said)?.[1]);
  const log = path.join(folder, 'worker.log');
  await until(() => readFileSync(log, 'utf8').includes('child '), 5_000);
  const grandchild = Number(/child (\d+)/.exec(readFileSync(log, 'utf8'))?.[1]);
  expect([worker, grandchild].map(alive)).toEqual([true, true]);
  outer.kill('SIGKILL');
  await until(() => !alive(worker) && !alive(grandchild), 5_000);
});

test('takes the process along when its leash is killed, and starts another', async () => {
  await supervisor.start(node('worker', 'setInterval(() => {}, 1000)'));
  const first = supervisor.pids().worker!;
  const leash = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${first}/status`, 'utf8'))?.[1]);
  process.kill(leash, 'SIGKILL');
  await until(() => !alive(first) && alive(supervisor.pids().worker), 5_000);
});

test('keeps the logs of the last starts', async () => {
  for (const word of ['one', 'two']) {
    const again = supervise({ logFolder: folder });
    await again.start(speaking(node('web', `console.log('${word}'); setInterval(() => {}, 1000)`)));
    await again.stop();
  }
  expect(readFileSync(path.join(folder, 'web.log'), 'utf8')).toBe('two\n');
  expect(readFileSync(path.join(folder, 'web.log.1'), 'utf8')).toBe('one\n');
});

function node(name: string, script: string): Kept {
  return { name, command: process.execPath, args: ['-e', script], ready: async () => true };
}

/** Ready once it has written something: its signal handlers are set by then. */
function speaking(kept: Kept): Kept {
  return { ...kept, ready: async () => readFileSync(path.join(folder, `${kept.name}.log`), 'utf8') !== '' };
}

function alive(pid: number | undefined): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!attempt(holds)) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms`);
    await sleep(50);
  }
}

function attempt(holds: () => boolean): boolean {
  try {
    return holds();
  } catch {
    return false;
  }
}
