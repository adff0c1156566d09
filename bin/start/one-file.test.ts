import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oneFile } from './one-file.ts';

test.each([
  { entry: 'channels/sandbox/sandbox.ts', env: { SANDBOX_PORT: 'none' }, says: 'SANDBOX_PORT' },
  { entry: 'workflows/worker.ts', env: { DATABASE_URL: '' }, says: 'DATABASE_URL' },
])('$entry is one file that runs by itself, and is not made again while nothing changed', async (one) => {
  const file = await oneFile(one.entry);
  const { mtimeMs } = statSync(file);
  expect(await oneFile(one.entry)).toBe(file);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  // It cannot go on like this, and says so once it has read all of itself.
  const { status, stderr } = spawnSync(process.execPath, ['--enable-source-maps', file], {
    env: { ...process.env, ...one.env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(status).toBe(1);
  expect(stderr).toContain(one.says);
});
